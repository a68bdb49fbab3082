package fr.passerelle.envelope.scenario;

import fr.passerelle.published.FrozenHash;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.StudyBases;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Freezes what a scenario will be, and says whether it still is that. */
@Component
public class ScenarioPlanner {

    private final StudyBases bases;
    private final EnvelopeAnswers answers;
    private final ScenarioWriter writer;

    ScenarioPlanner(StudyBases bases, EnvelopeAnswers answers, ScenarioWriter writer) {
        this.bases = bases;
        this.answers = answers;
        this.writer = writer;
    }

    /**
     * Plans an envelope and keeps it.
     *
     * @throws fr.passerelle.sources.reject.UnusableFile when the file of credits has a fault
     * @throws RunRefused when there is no such published run, or its barème says nothing of choosing
     */
    public Scenario plan(EnvelopeRequest asked) {
        ScenarioBasis basis = new ScenarioBasis(bases.of(asked.run()));
        basis.programmation();
        PublishedRun run = basis.published().run();
        String credits =
                CreditsFile.read(asked.credits(), YearMonth.parse(run.asOf())).text();
        ScenarioManifest manifest = new ScenarioManifest(
                run.no(),
                run.hash(),
                run.bareme().sha256(),
                run.asOf(),
                FrozenHash.of(credits),
                asked.valeur(),
                answers.currentlyAdopted(),
                null,
                null,
                List.of());
        return writer.keep(ScenarioKind.ENVELOPPE, manifest, credits, asked.motive());
    }

    /**
     * Plans an implantation of étapes and keeps it.
     *
     * @throws RunRefused when there is no such published run, or it does not know one of the EPCIs
     */
    public Scenario plan(LocationRequest asked) {
        ScenarioBasis basis = new ScenarioBasis(bases.of(asked.run()));
        LocationAnswers.requireKnown(basis, asked.epcis());
        PublishedRun run = basis.published().run();
        ScenarioManifest manifest = new ScenarioManifest(
                run.no(),
                run.hash(),
                run.bareme().sha256(),
                run.asOf(),
                null,
                null,
                null,
                asked.objectif(),
                asked.asked(),
                asked.epcis().stream().distinct().sorted().toList());
        return writer.keep(ScenarioKind.IMPLANTATION, manifest, null, asked.motive());
    }

    /**
     * Checks that a scenario still is what was planned; answers what it rests on.
     *
     * @throws RunRefused naming what is not: plan, credits, results or barème
     */
    ScenarioBasis require(Scenario scenario) {
        ScenarioManifest manifest = scenario.manifest();
        if (!manifest.hash().equals(scenario.manifestHash())) {
            throw refused(scenario, "son plan n'est plus celui qui a été figé");
        }
        if (!Objects.equals(hash(scenario.credits()), manifest.creditsHash())) {
            throw refused(scenario, "ses crédits ne sont plus ceux qui ont été figés");
        }
        ScenarioBasis basis = new ScenarioBasis(bases.of(manifest.run()));
        PublishedRun run = basis.published().run();
        if (!run.hash().equals(manifest.resultHash()) || !run.asOf().equals(manifest.asOf())) {
            throw refused(scenario, "les résultats de l'exécution " + run.id() + " ne sont plus ceux d'alors");
        }
        if (!run.bareme().sha256().equals(manifest.baremeHash())) {
            throw refused(scenario, "le barème de l'exécution " + run.id() + " n'est plus celui d'alors");
        }
        return basis;
    }

    /** The credits that a scenario froze. */
    static CreditLines credits(Scenario scenario) {
        return CreditLines.of(Objects.requireNonNull(scenario.credits(), "An envelope has credits"));
    }

    private static @Nullable String hash(@Nullable String credits) {
        return credits == null ? null : FrozenHash.of(credits);
    }

    private static RunRefused refused(Scenario scenario, String why) {
        return new RunRefused("Le scénario " + scenario.id() + " ne peut plus être calculé : " + why
                + ". Écartez-le (« ./passerelle enveloppe discard " + scenario.id() + " ») et préparez-en un autre.");
    }
}
