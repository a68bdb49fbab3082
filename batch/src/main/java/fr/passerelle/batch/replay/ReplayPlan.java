package fr.passerelle.batch.replay;

import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Sha256;
import java.util.TreeMap;

/** What a replay will be, frozen. */
public record ReplayPlan(
        Bareme bareme, String asOf, long baseRun, Replay.Scope scope, Replay.Manifest manifest, StepMotive motive) {

    /** SHA-256 over manifest, barème, month, scope and base run. 64 lower-case hexadecimal digits. */
    public String hash() {
        return hash(bareme.sha256(), asOf, baseRun, scope, manifest);
    }

    /** That of a replay as the database now says it is. */
    public static String hashOf(Replay replay) {
        return hash(replay.baremeHash(), replay.asOf(), replay.baseRun(), replay.scope(), replay.manifest());
    }

    private static String hash(String bareme, String asOf, long baseRun, Replay.Scope scope, Replay.Manifest manifest) {
        Sha256 hash = new Sha256().add("bareme", bareme).add("as-of", asOf).add("base-run", baseRun);
        scope.epcis().forEach(epci -> hash.add("epci", epci));
        scope.rooms().forEach(room -> hash.add("room", room));
        hash.add("head", manifest.head());
        new TreeMap<>(manifest.records()).forEach((partition, records) -> hash.add("partition " + partition, records));
        return hash.add("slice", manifest.sha256()).hex();
    }
}
