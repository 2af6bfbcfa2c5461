export * from './columns';
export * from './partnership';
export * from './groups';
export * from './reviews';
export * from './recommendations';
export * from './plan';
export * from './access';
export * from './history';
