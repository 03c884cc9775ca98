const remembered = 'broadsheet.single-keys';

/** Whether somebody has left single keys on in this browser, which may be told to remember nothing. */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(remembered) !== 'off';
  } catch {
    return true;
  }
}

/** Remembers the choice where the browser does; elsewhere it holds for the page. */
export function rememberSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(remembered, on ? 'on' : 'off');
  } catch {
    // Nothing is lost but the choice, which is made again with one press.
  }
}
