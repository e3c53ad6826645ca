/**
 * The Content-Security-Policy of every page: nothing from elsewhere, nothing inline. Pagefind compiles its
 * WebAssembly; media may come from where an episode's recording lies, once a reader presses play.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self' https:",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');
