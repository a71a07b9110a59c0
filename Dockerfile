# What the server needs at run time. better-sqlite3 is compiled, with the headers that the image brings.
FROM node:20-bookworm-slim AS dependencies
RUN apt-get update \
 && apt-get install --yes --no-install-recommends g++ make python3 \
 && rm -rf /var/lib/apt/lists/*
ENV npm_config_build_from_source=true \
    npm_config_nodedir=/usr/local \
    SCARF_ANALYTICS=false
WORKDIR /app
COPY package.json package-lock.json ./
COPY avro/package.json avro/
COPY client/package.json client/
COPY codegen/package.json codegen/
COPY server/package.json server/
RUN npm ci --omit=dev --workspace=server --no-audit --no-fund \
 && cd node_modules/better-sqlite3 \
 && rm -rf deps src build/Release/obj build/Release/obj.target build/Release/test_extension.node


FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY avro/package.json avro/
COPY client/package.json client/
COPY codegen/package.json codegen/
COPY server/package.json server/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY scripts/build-package.ts scripts/
COPY avro avro
COPY client client
COPY server server
RUN npm run build --workspace=avro --workspace=client --workspace=server


FROM node:20-bookworm-slim
# Compose files written for Confluent's image probe the registry with curl.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* \
 && install --directory --owner=node --group=node /data
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/avro/package.json avro/
COPY --from=build /app/avro/dist avro/dist
COPY --from=build /app/server/package.json server/
COPY --from=build /app/server/dist server/dist
RUN chmod 755 server/dist/main.js \
 && ln -s /app/server/dist/main.js /usr/local/bin/magicbyte-server
ENV NODE_ENV=production \
    MAGICBYTE_HOST=0.0.0.0 \
    MAGICBYTE_DATABASE=/data/magicbyte.db
USER node
VOLUME /data
EXPOSE 8081
HEALTHCHECK --interval=15s --timeout=6s --start-period=10s CMD ["magicbyte-server", "health"]
ENTRYPOINT ["node", "/app/server/dist/main.js"]
CMD ["serve"]
