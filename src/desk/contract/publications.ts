/** 主动公开, as the console sees it. */
export interface PublicationPage {
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly state: string;
    readonly agency: string;
    readonly docNo: string | null;
    readonly writtenOn: string;
    readonly publishedOn: string | null;
  }[];
  readonly total: number;
  readonly pageSize: number;
}
