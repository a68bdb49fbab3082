package fr.passerelle.envelope.scenario;

import fr.passerelle.envelope.solver.EnvelopeSolver;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.StudyBases;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the solver what credits would fund, and keeps nothing. */
@Component
public class EnvelopeAnswers {

    private final StudyBases bases;
    private final Scenarios scenarios;

    EnvelopeAnswers(StudyBases bases, Scenarios scenarios) {
        this.bases = bases;
        this.scenarios = scenarios;
    }

    /**
     * The best choice on a run, without reasons.
     *
     * @param run a published one; null for the current one
     * @param progress told in French how far it is
     * @throws fr.passerelle.sources.reject.UnusableFile when the file of credits has a fault
     * @throws RunRefused when no choice may be: the sentence says which year or row
     */
    public EnvelopeTrial of(Path credits, Valeur valeur, @Nullable Long run, Consumer<String> progress) {
        progress.accept("Lecture de l'exécution…");
        ScenarioBasis basis = new ScenarioBasis(bases.of(run));
        CreditLines lines = CreditsFile.read(
                credits, YearMonth.parse(basis.published().run().asOf()));
        return new EnvelopeTrial(
                basis.published().run(), solve(basis, lines, valeur, adopted(currentlyAdopted()), false, progress));
    }

    /** The number of the scenario with which ties are broken; null where none was adopted. */
    @Nullable
    Long currentlyAdopted() {
        return scenarios.adopted(ScenarioKind.ENVELOPPE).orElse(null);
    }

    /** What a scenario chose; nothing where there is none. */
    List<ChoixEpci> adopted(@Nullable Long no) {
        return Optional.ofNullable(no)
                .flatMap(scenarios::computed)
                .map(ScenarioComputed::getEnveloppe)
                .map(Enveloppe::getChoix)
                .orElse(List.of());
    }

    /** @throws RunRefused when no choice may be */
    static Enveloppe solve(
            ScenarioBasis basis,
            CreditLines credits,
            Valeur valeur,
            List<ChoixEpci> adopted,
            boolean reasons,
            Consumer<String> progress) {
        try {
            return EnvelopeSolver.solve(basis.envelope(credits.credits(), valeur), adopted, reasons, progress);
        } catch (EnvelopeSolver.Refusal e) {
            throw new RunRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
