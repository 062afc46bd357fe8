// Draws the document of the API with Swagger UI, which asks nobody but this bot; the credential that is typed in is forgotten with the page.
SwaggerUIBundle({
  url: '/api/v1/openapi.yaml',
  dom_id: '#api',
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  persistAuthorization: false,
});
