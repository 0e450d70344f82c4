// Browsers without modules get the plain truth instead of an empty page.
document.getElementById('banner').textContent =
  'This browser is too old for the live page. The same data as text: /api/alerts';
