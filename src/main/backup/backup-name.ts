/** 备份文件的名字: by the moment of the snapshot in Asia/Shanghai, so that their order is that of time. */
const NAME = /^gongkai-\d{8}-\d{6}\.(tar|tar\.sealed)$/;

export function backupName(at: Date, isSealed: boolean): string {
  const [day = '', time = ''] = new Date(at.getTime() + 8 * 3_600_000).toISOString().split('T');
  return `gongkai-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}.${isSealed ? 'tar.sealed' : 'tar'}`;
}

/** 保留份数 [OPS-8]: of the names in a folder, the backups beyond the newest so many. Whatever else lies there is nobody's to remove. */
export function tooMany(names: readonly string[], keep: number): readonly string[] {
  return names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .slice(keep);
}
