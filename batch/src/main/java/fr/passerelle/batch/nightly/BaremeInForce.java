package fr.passerelle.batch.nightly;

import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.fault.RunRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The barème that is in force: that of the current run, else the default. A night keeps it. */
@Component
public class BaremeInForce {

    private final Runs runs;

    BaremeInForce(Runs runs) {
        this.runs = runs;
    }

    /** The one in force. */
    public Bareme get() {
        return runs.currentRun().map(Run::baremeText).map(Baremes::read).orElseGet(() -> Baremes.load(Baremes.DEFAULT));
    }

    /**
     * The barème of a night: a shipped one by its identifier, one of a file by its path, the one in force where null is asked.
     *
     * @throws RunRefused when it is not the one in force, once anything was published: nobody would have seen what it changes; or when it is
     *     the first and nothing but an illustration
     */
    public Bareme ofNight(@Nullable String asked) {
        Bareme inForce = get();
        if (asked == null) {
            return inForce;
        }
        Bareme given = Baremes.load(asked);
        if (runs.current().isPresent() && !inForce.sha256().equals(given.sha256())) {
            throw new RunRefused(
                    "Le barème « " + given.id() + " » n'est pas celui qui est en vigueur (« " + inForce.id()
                            + " ») : une exécution de nuit n'en change pas. Comparez-les d'abord (« ./passerelle"
                            + " replay plan --bareme … --reason \"…\" », puis run et diff), puis « ./passerelle replay"
                            + " put-in-force ».");
        }
        if (runs.current().isEmpty() && given.isIllustration()) {
            throw new RunRefused(
                    "Le barème « " + given.id() + " » est une illustration, que rien n'a votée : la première exécution"
                            + " se fait sous un barème voté. « ./passerelle replay plan --bareme …"
                            + " --reason \"…\" » montre ensuite ce que celui-ci changerait.");
        }
        return given;
    }
}
