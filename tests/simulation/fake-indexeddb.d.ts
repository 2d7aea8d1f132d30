// The engine's inner files have no types that its package.json lets through.
declare module 'fake-indexeddb/auto'
declare module 'fake-indexeddb/lib/FDBDatabase'
declare module 'fake-indexeddb/lib/FDBObjectStore'
declare module 'fake-indexeddb/lib/FDBOpenDBRequest'
declare module 'fake-indexeddb/lib/FDBTransaction'
declare module 'fake-indexeddb/lib/FDBVersionChangeEvent'
