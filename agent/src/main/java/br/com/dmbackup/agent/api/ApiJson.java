package br.com.dmbackup.agent.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is sent to the local API: that is rare, and read by the library. */
final class ApiJson {
    private ApiJson() {}

    /** Loaded with the first request that has a body. */
    private static final class Library {
        static final JsonMapper MAPPER = JsonMapper.builder()
                // A misspelt key of a request must not be silence.
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    }

    /**
     * @return null where {@code null} was written
     * @throws tools.jackson.core.JacksonException when the text is not such a record
     */
    static <T> @Nullable T read(String text, Class<T> type) {
        return Library.MAPPER.readValue(text, type);
    }
}
