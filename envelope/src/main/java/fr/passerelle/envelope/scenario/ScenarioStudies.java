package fr.passerelle.envelope.scenario;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopAreas;
import fr.passerelle.envelope.location.LocationSolver;
import fr.passerelle.envelope.scenario.EnvelopeAnswers.ScenarioBasis;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.ScenarioAdopted;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Study;
import fr.passerelle.study.StudySeries;
import fr.passerelle.study.life.StudyBases;
import fr.passerelle.study.life.StudyKind;
import fr.passerelle.study.life.StudyWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What credits would fund, and where étapes would best stand: planned, computed and adopted. It decides nothing. */
@Component
public record ScenarioStudies(StudyBases bases, EnvelopeAnswers envelopes, StudyWriter writer, RunProgress progress)
        implements StudyKind<ScenarioManifest> {

    @Override
    public StudySeries<ScenarioManifest> series() {
        return ScenarioManifest.SERIES;
    }

    /**
     * Plans an envelope and keeps it.
     *
     * @param run number of the published run that it starts from; null for the current one
     * @throws fr.passerelle.sources.reject.UnusableFile when the file of credits has a fault
     * @throws RunRefused when there is no such published run
     */
    public Study<ScenarioManifest> plan(Path credits, Valeur valeur, @Nullable Long run, StepMotive motive) {
        ScenarioBasis basis = envelopes.basis(bases.results(run));
        PublishedRun base = basis.published().run();
        String lines = EnvelopeAnswers.lines(credits, base).text();
        ScenarioManifest manifest = new ScenarioManifest(
                base.no(),
                base.hash(),
                base.bareme().sha256(),
                base.asOf(),
                Sha256.of(lines),
                valeur,
                envelopes.adopted().map(Study::no).orElse(null),
                null,
                null,
                List.of());
        return writer.keep(series(), manifest, Map.of(ScenarioManifest.CREDITS, lines), motive);
    }

    /**
     * Plans an implantation of étapes and keeps it.
     *
     * @param asked stops for NOMBRE, per thousand of the inhabitants for COUVERTURE; null for MEME_NOMBRE
     * @param epcis SIREN of those that it is about; empty for all
     * @param run number of the published run that it starts from; null for the current one
     * @throws RunRefused when there is no such published run, or it does not know one of the EPCIs
     */
    public Study<ScenarioManifest> plan(
            Objectif objectif, @Nullable Integer asked, List<String> epcis, @Nullable Long run, StepMotive motive) {
        PublishedResults results = bases.results(run);
        requireKnown(results, epcis);
        PublishedRun base = results.run();
        List<String> sirens = epcis.stream().distinct().sorted().toList();
        ScenarioManifest manifest = new ScenarioManifest(
                base.no(), base.hash(), base.bareme().sha256(), base.asOf(), null, null, null, objectif, asked, sirens);
        return writer.keep(series(), manifest, Map.of(), motive);
    }

    @Override
    public List<Entry> answer(Study<ScenarioManifest> scenario) {
        ScenarioManifest asked = scenario.question();
        ScenarioBasis basis = envelopes.basis(bases.require(scenario));
        PublishedRun run = basis.published().run();
        ScenarioComputed.Builder computed = ScenarioComputed.newBuilder()
                .setScenarioNo(scenario.no())
                .setScenarioId(scenario.id())
                .setKind(asked.about())
                .setManifestHash(scenario.questionHash())
                .setRun(new RunRef(run.no(), run.id(), run.bareme().sha256()))
                .setAsOf(run.asOf())
                .setResultHash(run.hash())
                .setBaremeHash(run.bareme().sha256())
                .setCreditsHash(asked.creditsHash())
                .setDemonstration(run.demonstration());
        switch (asked.about()) {
            case ENVELOPPE -> computed.setEnveloppe(enveloppe(scenario, basis));
            case IMPLANTATION -> computed.setImplantation(implantation(basis, asked));
        }
        return List.of(entry(scenario, computed.build()));
    }

    @Override
    public Adoption adoption(Study<ScenarioManifest> scenario, List<String> only, StepMotive motive) {
        return () -> List.of(entry(
                scenario,
                new ScenarioAdopted(
                        scenario.no(), scenario.id(), scenario.questionHash(), motive.account(), motive.reason())));
    }

    private static Entry entry(Study<ScenarioManifest> scenario, SpecificRecord record) {
        return new Entry("scenario:" + scenario.id(), "", record);
    }

    private Enveloppe enveloppe(Study<ScenarioManifest> scenario, ScenarioBasis basis) {
        try (SolverStages stages = new SolverStages(progress)) {
            return envelopes.of(scenario, basis, stages);
        }
    }

    private static Implantation implantation(ScenarioBasis basis, ScenarioManifest manifest) {
        JeuDeRegles.ConversionRule rules =
                basis.published().run().bareme().jeuDeRegles().conversion();
        return LocationSolver.solve(new LocationQuestion(
                areas(basis, rules, manifest.epcis()),
                rules.proximityRadiusMetres(),
                Objects.requireNonNull(manifest.objectif(), "An implantation has an aim"),
                manifest.asked()));
    }

    /** @throws RunRefused when the run does not know one of them */
    private static void requireKnown(PublishedResults published, List<String> epcis) {
        epcis.stream()
                .filter(siren -> !published.epcis().containsKey(siren))
                .findFirst()
                .ifPresent(siren -> {
                    throw RunRefused.wrongUse("L'intercommunalité " + siren + " n'est pas connue de l'exécution "
                            + published.run().id() + " : vérifiez son SIREN.");
                });
    }

    private static List<StopArea> areas(ScenarioBasis basis, JeuDeRegles.ConversionRule rules, List<String> epcis) {
        PublishedResults published = basis.published();
        return new StopAreas(rules.maxSessionsAMonth(), published.proposals(), published.rooms(), basis.decisions())
                .of(published.epcis().values().stream()
                        .filter(epci -> epcis.isEmpty() || epcis.contains(epci.getEpci()))
                        .toList());
    }

    /** The stages of a solver as phases: each ends where the next begins, the last with the work. */
    static final class SolverStages implements Consumer<String>, AutoCloseable {

        private final RunProgress progress;
        private boolean begun;

        SolverStages(RunProgress progress) {
            this.progress = progress;
        }

        @Override
        public void accept(String stage) {
            close();
            progress.begin(stage);
            begun = true;
        }

        @Override
        public void close() {
            if (begun) {
                progress.end("fait");
                begun = false;
            }
        }
    }
}
