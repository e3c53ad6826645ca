/** The parts of webvtt-parser 2.2 that read one line and one cue’s text. It brings no types. */
declare module 'webvtt-parser' {
  export interface WebVttNode {
    readonly type: 'text' | 'object' | 'timestamp';
    /** `v`, `lang`, `c`, `i`, `b`, `u`, `ruby`, `rt`. */
    readonly name?: string;
    /** Of a text its characters, of `v` and `lang` the annotation, of a timestamp its seconds. */
    readonly value?: string | number;
    readonly children?: readonly WebVttNode[];
  }

  type OnError = (message: string, column: number) => void;

  /** Node finds no names in the module: only all of them together. */
  const parsers: {
    readonly WebVTTCueTimingsAndSettingsParser: new (
      line: string,
      onError: OnError,
    ) => {
      parse(cue: { startTime?: number; endTime?: number }, previousStart: number): true | undefined;
    };
    readonly WebVTTCueTextParser: new (
      text: string,
      onError: OnError,
      mode: string,
      entities: Record<string, string>,
    ) => { parse(start: number, end: number): { readonly children: readonly WebVttNode[] } };
  };
  export default parsers;
}
