package fr.passerelle.console.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** How an answer may be written. */
enum AnswerFormat {
    /** One object. */
    JSON(MediaType.APPLICATION_JSON),
    /** A table: UTF-8, semicolons, a line of names. */
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8));

    private final MediaType type;

    AnswerFormat(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /**
     * The one that is preferred among those that a caller accepts.
     *
     * @throws NotAcceptable where it accepts neither
     * @throws MalformedDemand where what it accepts cannot be read
     */
    static AnswerFormat wanted(HttpHeaders headers) {
        List<String> accept = headers.getOrEmpty(HttpHeaders.ACCEPT);
        return accept.isEmpty() ? JSON : first(accept).orElseThrow(NotAcceptable::new);
    }

    private static Optional<AnswerFormat> first(List<String> accept) {
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(ranges);
            return ranges.stream()
                    .filter(range -> range.getQualityValue() > 0)
                    .flatMap(range -> Arrays.stream(values()).filter(format -> range.includes(format.bare())))
                    .findFirst();
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            throw new MalformedDemand("L’en-tête Accept est mal formé : écrivez application/json ou text/csv.");
        }
    }

    private MediaType bare() {
        return new MediaType(type.getType(), type.getSubtype());
    }
}
