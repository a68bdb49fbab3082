package fr.passerelle.published.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Valeur;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a scenario froze when it was planned.
 *
 * @param run number of the published run that it starts from
 * @param resultHash SHA-256 over that run's proposals
 * @param asOf month of that run, YYYY-MM
 * @param creditsHash SHA-256 of the credits as they were read; null for IMPLANTATION
 * @param valeur null for IMPLANTATION
 * @param adopted number of the scenario that was adopted then, with which ties are broken; null where none was
 * @param objectif null for ENVELOPPE
 * @param asked stops, or per thousand of the inhabitants; null where {@code objectif} asks for none
 * @param epcis SIREN of those that it is about, sorted; empty for all
 */
public record ScenarioManifest(
        long run,
        String resultHash,
        String baremeHash,
        String asOf,
        @Nullable String creditsHash,
        @Nullable Valeur valeur,
        @Nullable Long adopted,
        @Nullable Objectif objectif,
        @Nullable Integer asked,
        List<String> epcis) {

    /** SHA-256 over all of it. 64 lower-case hexadecimal digits. */
    public String hash() {
        MessageDigest digest = sha256();
        add(digest, "run", run);
        add(digest, "result", resultHash);
        add(digest, "bareme", baremeHash);
        add(digest, "as-of", asOf);
        add(digest, "credits", creditsHash);
        add(digest, "valeur", valeur);
        add(digest, "adopted", adopted);
        add(digest, "objectif", objectif);
        add(digest, "asked", asked);
        epcis.forEach(epci -> add(digest, "epci", epci));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of a text. 64 lower-case hexadecimal digits. */
    public static String hashOf(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
    }

    private static void add(MessageDigest digest, String name, @Nullable Object value) {
        digest.update((name + '\0' + Objects.toString(value, "") + '\0').getBytes(UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
