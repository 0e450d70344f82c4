# One image per part, from one build: docker build --target processor .
# Targets: producer, processor, fanout, operations, archive; topics and areas run once and end.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -Dquick -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre AS runtime-base
RUN groupadd --gid 10001 marsad \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/marsad --shell /usr/sbin/nologin marsad \
 && mkdir -p /var/lib/marsad/spool /var/lib/marsad/state /var/lib/marsad/archive \
 && chown -R marsad:marsad /var/lib/marsad
COPY --from=build /src/standalone/target/lib /marsad/lib
COPY --from=build /src/standalone/target/marsad-standalone-*.jar /marsad/lib/
COPY --chmod=0555 deploy/jvm.options deploy/ready /marsad/
USER 10001:10001
WORKDIR /var/lib/marsad

FROM runtime-base AS topics
ENTRYPOINT ["java", "@/marsad/jvm.options", "org.marsad.schemas.launch.TopicsMain"]

FROM runtime-base AS areas
ENTRYPOINT ["java", "@/marsad/jvm.options", "org.marsad.standalone.command.MarsadCommand", "areas", "load"]

FROM runtime-base AS producer
ENTRYPOINT ["java", "@/marsad/jvm.options", "org.marsad.producer.ProducerMain"]

FROM runtime-base AS processor
ENTRYPOINT ["java", "@/marsad/jvm.options", "org.marsad.processor.ProcessorMain"]

FROM runtime-base AS fanout
ENTRYPOINT ["java", "@/marsad/jvm.options", "org.marsad.consumer.fanout.FanoutMain"]

FROM runtime-base AS operations
ENTRYPOINT ["java", "@/marsad/jvm.options", "org.marsad.consumer.operations.OperationsMain"]

FROM runtime-base AS archive
ENTRYPOINT ["java", "@/marsad/jvm.options", "org.marsad.consumer.archive.ArchiveMain"]
