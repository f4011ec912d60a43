// Mantine's dialogs have a <header>, which assistive technology would take for a second banner of the page.
export const PLAIN_HEADER = { header: { role: 'presentation' } };
