package fr.passerelle.console.account;

import fr.passerelle.published.audit.AuditSelection;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which lines of the audit are looked for, as the form asks for them; empty asks for any.
 *
 * @param compte identifier of who did it
 * @param geste code of what was done
 * @param issue code of how it ended
 * @param depuis first day
 * @param jusque last day
 */
record AuditForm(
        @Nullable String compte,
        @Nullable String geste,
        @Nullable String issue,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate depuis,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate jusque) {

    AuditSelection selection() {
        return new AuditSelection(filled(compte), filled(geste), filled(issue), depuis, jusque);
    }

    /** An address below the page's, for the same lines. */
    public String path(String below) {
        return UriComponentsBuilder.fromPath("/comptes/registre" + below)
                .queryParamIfPresent("compte", Optional.ofNullable(filled(compte)))
                .queryParamIfPresent("geste", Optional.ofNullable(filled(geste)))
                .queryParamIfPresent("issue", Optional.ofNullable(filled(issue)))
                .queryParamIfPresent("depuis", Optional.ofNullable(depuis))
                .queryParamIfPresent("jusque", Optional.ofNullable(jusque))
                .encode()
                .toUriString();
    }

    private static @Nullable String filled(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
