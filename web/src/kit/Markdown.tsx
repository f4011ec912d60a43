// Markdown that people wrote, as elements and never as HTML: no scripts, no foreign images, links that leak nothing.
import { Anchor, Code, Typography } from '@mantine/core';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';

const SAFE = /^(https?:|mailto:|tel:)/i;

const safeUrl = (url: string): string => (SAFE.test(url.trim()) ? url : '');

const components: Components = {
  a: ({ href, children }) =>
    href ? (
      <Anchor td="underline" href={href} target="_blank" rel="noopener noreferrer nofollow ugc" inherit>
        {children}
      </Anchor>
    ) : (
      <>{children}</>
    ),
  // A picture from elsewhere would tell its owner who reads: it is shown as a link.
  img: ({ src, alt }) =>
    typeof src === 'string' && src ? (
      <Anchor td="underline" href={src} target="_blank" rel="noopener noreferrer nofollow ugc" inherit>
        {alt || src}
      </Anchor>
    ) : null,
  code: ({ children }) => <Code>{children}</Code>,
  h1: ({ children }) => (
    <p>
      <strong>{children}</strong>
    </p>
  ),
  h2: ({ children }) => (
    <p>
      <strong>{children}</strong>
    </p>
  ),
  h3: ({ children }) => (
    <p>
      <strong>{children}</strong>
    </p>
  ),
  h4: ({ children }) => (
    <p>
      <strong>{children}</strong>
    </p>
  ),
  h5: ({ children }) => (
    <p>
      <strong>{children}</strong>
    </p>
  ),
  h6: ({ children }) => (
    <p>
      <strong>{children}</strong>
    </p>
  ),
  input: ({ checked }) => <span aria-hidden>{checked ? '☑ ' : '☐ '}</span>,
};

export function Markdown({ text }: { text: string }) {
  return (
    <Typography className="hotline-markdown">
      <ReactMarkdown
        remarkPlugins={[remarkGfm, remarkBreaks]}
        components={components}
        urlTransform={safeUrl}
        skipHtml
      >
        {text}
      </ReactMarkdown>
    </Typography>
  );
}
