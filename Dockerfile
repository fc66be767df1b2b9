# One image for web and worker; the command chooses. Built once, configured by its environment.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY --from=build /app/public ./public
COPY --from=build /app/sql ./sql
# The web shows it.
COPY --from=build /app/docs/seals.md ./docs/seals.md
COPY --from=build /app/app/http/env.server.ts ./app/http/env.server.ts
COPY --from=build /app/tools ./tools
COPY --from=build /app/package.json /app/tsconfig.json ./
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "build/index.js"]
