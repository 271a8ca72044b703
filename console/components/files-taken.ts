/** Endings of the files the desk takes, and how they are called. */
export const ACCEPT = '.pdf,.ofd,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.jpg,.png,.tif,.txt,.csv';
export const KINDS = 'PDF、OFD、Word、Excel、演示文稿、图片或者文本';
