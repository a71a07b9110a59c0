import { Failure } from '../codec/failure.ts'

/** A text that is being written, bounded: a few bytes may stand for records with long names. */
export class JsonTextOutput {
  text = ''

  write(piece: string): void {
    this.text += piece
    if (this.text.length > MAX_TEXT) {
      throw new Failure(`a JSON text of at most ${MAX_TEXT} characters`, 'a longer one')
    }
  }
}

/** UTF-16 code units; half of what an engine can hold in one text. */
const MAX_TEXT = 2 ** 28
