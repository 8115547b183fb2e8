// Stands in for JSZip while decks are made: it keeps the files apart. The native program, which has
// a compressor and no clock, packs them; so the same deck is the same bytes.
export default class Parts {
  constructor() {
    this.files = {};
  }

  // Folders need no entry of their own.
  folder() {
    return this;
  }

  file(path, content) {
    this.files[path] = content;
    return this;
  }

  generateAsync() {
    return Promise.resolve(this.files);
  }
}
