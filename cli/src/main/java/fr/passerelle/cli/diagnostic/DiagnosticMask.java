package fr.passerelle.cli.diagnostic;

import ch.qos.logback.classic.spi.ILoggingEvent;
import fr.passerelle.schemas.person.PersonMask;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** The mask of persons over all that a line of JSON says. */
final class DiagnosticMask implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    @Override
    public void customize(JsonWriter.Members<ILoggingEvent> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, DiagnosticMask::masked));
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : PersonMask.mask(text);
    }
}
