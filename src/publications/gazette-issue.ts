/** 公报期次 GazetteIssue: which issue, and what it prints, as the particulars of a document of kind `gazette` carry it. */
/** 目录的一栏, e.g. 县政府文件、县政府办公室文件、人事任免. */
export interface GazetteSection {
  readonly heading: string;
  /** Ids of documents, in the order they are printed. */
  readonly documentIds: readonly string[];
}

/** 公报期次. */
export interface GazetteIssue {
  readonly year: number;
  readonly number: number;
  /** Absent in an issue that is there as a file alone. */
  readonly contents?: readonly GazetteSection[];
}
