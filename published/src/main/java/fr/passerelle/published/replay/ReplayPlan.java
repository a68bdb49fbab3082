package fr.passerelle.published.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.bareme.Bareme;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What a replay will be, frozen. */
public record ReplayPlan(
        Bareme bareme,
        String asOf,
        long baseRun,
        Replay.Scope scope,
        Replay.Manifest manifest,
        String reason,
        String account) {

    /** SHA-256 over manifest, barème, month, scope and base run. 64 lower-case hexadecimal digits. */
    public String hash() {
        return hash(bareme.sha256(), asOf, baseRun, scope, manifest);
    }

    /** That of a replay as the database now says it is. */
    public static String hashOf(Replay replay) {
        return hash(replay.baremeHash(), replay.asOf(), replay.baseRun(), replay.scope(), replay.manifest());
    }

    private static String hash(String bareme, String asOf, long baseRun, Replay.Scope scope, Replay.Manifest manifest) {
        MessageDigest digest = sha256();
        add(digest, "bareme", bareme);
        add(digest, "as-of", asOf);
        add(digest, "base-run", Long.toString(baseRun));
        scope.epcis().forEach(epci -> add(digest, "epci", epci));
        scope.rooms().forEach(room -> add(digest, "room", room));
        add(digest, "head", Long.toString(manifest.head()));
        for (Map.Entry<Integer, Long> partition : new TreeMap<>(manifest.records()).entrySet()) {
            add(digest, "partition " + partition.getKey(), partition.getValue().toString());
        }
        add(digest, "slice", manifest.sha256());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String name, String value) {
        digest.update((name + '\0' + value + '\0').getBytes(UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
