/** Not there, or not there for this person: the two are told apart nowhere, so that a hidden record and an absent one look the same. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`${what} was not found`);
    this.name = 'NotFound';
  }
}

/** The session named by the cookie has ended, timed out, or its account was disabled. */
export class SessionEnded extends Error {
  constructor() {
    super('The session has ended');
    this.name = 'SessionEnded';
  }
}

/** Somebody saved the row, or one of the rows, after the form was read. */
export class StaleVersion extends Error {
  constructor(
    readonly recordName: string,
    readonly recordId: string | string[],
  ) {
    super(`${recordName} was saved by somebody else`);
    this.name = 'StaleVersion';
  }
}

/** The database did not answer in time, or went away. What was typed is kept by whoever catches this. */
export class StoreAway extends Error {
  constructor(cause?: unknown) {
    super('The database is not answering', { cause });
    this.name = 'StoreAway';
  }
}

/** Two writes of the same row met, and the database undid this one. Sent again, it goes through. */
export class Overtaken extends StoreAway {
  constructor(cause?: unknown) {
    super(cause);
    this.name = 'Overtaken';
  }
}

/** The database refused a write: a policy or a grant says no. */
export class NotPermitted extends Error {
  constructor(cause?: unknown) {
    super('The database refused this', { cause });
    this.name = 'NotPermitted';
  }
}

/** A constraint of the database was broken. Its name is ours; the values that broke it are never kept. */
export class ConstraintBroken extends Error {
  constructor(
    readonly code: string,
    readonly constraint: string,
  ) {
    super(`${code} ${constraint}`);
    this.name = 'ConstraintBroken';
  }
}

/** Any other failure of the database, by its code alone: a driver's message can hold what was typed. */
export class StoreFailed extends Error {
  constructor(readonly code: string) {
    super(`The database failed with ${code}`);
    this.name = 'StoreFailed';
  }
}
