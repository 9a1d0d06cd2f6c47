package br.com.dmbackup.agent.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The records of the local API as JSON: what there is none of is left out; moments are ISO 8601. */
final class ApiJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            // A misspelt key of a request must not be silence.
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private ApiJson() {}
}
