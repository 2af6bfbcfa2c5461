/** The fields of each form by name, as the form calls them and as they are told to somebody who typed over an older version. */

export const agencyFields = { kind: 'What kind of agency is it?', area: 'Area', isCouncil: 'It is a council', parentId: 'Part of', fromOn: 'First day' } as const;
export const agencyNameFields = { name: 'New name', nameFromOn: 'First day of the new name' } as const;
export const agencyEndFields = { toOn: 'Last day', successorId: 'Who took its duties on?' } as const;
