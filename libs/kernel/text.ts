/** What a user reads, in both languages: Indonesian first, English second. */
export interface Text {
  readonly id: string;
  readonly en: string;
}

export type Language = keyof Text;
