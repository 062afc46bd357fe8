/** HTML read in a time that grows with its length: the parser looks through all elements that are open at each tag, which squares those that never close. */
import { type Handler, Parser } from 'htmlparser2';

/** It gets no more of a document at a time … */
const PIECE_CHARACTERS = 8192;
/** … and where more are open than a document of a person has, all of them count as closed. */
const MAX_OPEN_ELEMENTS = 1000;

export type HtmlHandler = Required<Pick<Handler, 'onopentagname' | 'onclosetag' | 'ontext'>>;

/** The part of the parser that its users need. Entities are decoded, and the names of elements are in lower case. */
export function flatHtml({ onopentagname, onclosetag, ontext }: HtmlHandler): Pick<Parser, 'write' | 'end'> {
  let open = 0;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        open += 1;
        onopentagname(name);
      },
      onclosetag: (name, isImplied) => {
        open -= 1;
        onclosetag(name, isImplied);
      },
      ontext,
    },
    { decodeEntities: true },
  );
  return {
    write: (text) => {
      for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
        parser.write(text.slice(at, at + PIECE_CHARACTERS));
        if (open <= MAX_OPEN_ELEMENTS) continue;
        parser.end();
        parser.reset();
        open = 0;
      }
    },
    end: () => parser.end(),
  };
}
