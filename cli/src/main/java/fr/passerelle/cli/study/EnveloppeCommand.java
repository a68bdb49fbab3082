package fr.passerelle.cli.study;

import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.cli.command.Arguments.InputPath;
import fr.passerelle.cli.command.Arguments.RequiredMotive;
import fr.passerelle.cli.command.Arguments.RunNumber;
import fr.passerelle.cli.command.Arguments.Siren;
import fr.passerelle.cli.command.Arguments.VocabularyWord;
import fr.passerelle.cli.command.OperatorCommand.Finding;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.study.EnveloppeText.ChoiceReasons;
import fr.passerelle.cli.study.EnveloppeText.ScenarioDifference;
import fr.passerelle.cli.study.ImplantationCommand.Run.EtapeRow;
import fr.passerelle.envelope.programme.ProgrammeFile;
import fr.passerelle.envelope.scenario.EnvelopeAnswers;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.envelope.scenario.ScenarioStudies;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scenarios of funding: planned, computed, compared, adopted or discarded. */
@Command(
        name = "enveloppe",
        description = "Les scénarios : ce que des crédits votés permettraient de financer, où et quand, et pourquoi pas"
                + " le reste. Jamais une décision.")
public final class EnveloppeCommand extends ScenarioCommands {

    @Override
    List<CommandLine> verbs() {
        return List.of(
                verb(
                        "plan",
                        "Prépare un scénario : fige l'exécution, le barème, les crédits et la valeur. Rien n'est"
                                + " calculé.",
                        new PlanEnvelope()),
                run(),
                verb(
                        "show",
                        "Un scénario : ce qu'il finance, année par année, les crédits employés et qui attend.",
                        new ShowScenario()),
                verb("list", "Tous les scénarios, le dernier d'abord, et lequel est adopté.", new All()),
                verb(
                        "diff",
                        "Ce que change un scénario calculé, intercommunalité par intercommunalité, par rapport à un"
                                + " autre ou à celui qui est adopté.",
                        new Difference("celui qui est adopté", "Un objet JSON.", this::difference)),
                verb(
                        "explain",
                        "Ce qu'un scénario fait d'une intercommunalité, et, si elle attend, pourquoi : cinq raisons,"
                                + " chacune vérifiée en recalculant.",
                        new Explain("SIREN", "L'intercommunalité.", this::reasons, new Siren())),
                verb(
                        "adopt",
                        "Adopte un scénario calculé : les suivants s'y comparent. Rien n'est décidé : une décision"
                                + " s'enregistre avec « decide ».",
                        new Adopt(" : les suivants s'y comparent. Rien n'est décidé.")),
                discard(),
                verb(
                        "essai",
                        "Essaie des crédits sur une exécution publiée : la réponse en moins d'une minute, sans les"
                                + " motifs, et rien n'est gardé.",
                        new Essai()));
    }

    private Finding difference(Study<ScenarioManifest> scenario, @Nullable Study<ScenarioManifest> other) {
        return new ScenarioDifference(computed(other == null ? adopted(scenario) : other), computed(scenario));
    }

    private Study<ScenarioManifest> adopted(Study<ScenarioManifest> scenario) {
        return studies()
                .adopted(series, scenario.question().kind())
                .orElseThrow(() -> new RunRefused("Aucun scénario n'est adopté : donnez celui auquel le comparer ("
                        + series.told("diff " + scenario.id() + " S-…") + ")."));
    }

    private Finding reasons(Study<ScenarioManifest> scenario, String siren) {
        ScenarioComputed computed = computed(scenario);
        return ChoiceReasons.of(computed, ScenarioDifference.answer(computed), siren)
                .orElseThrow(() -> RunRefused.wrongUse("Le scénario " + computed.getScenarioId()
                        + " ne dit rien de l'intercommunalité " + siren + " : vérifiez son SIREN."));
    }

    final class PlanEnvelope extends Plan {

        @Mixin
        private final CreditsOption credits = new CreditsOption();

        @Mixin
        private final RequiredMotive motive = new RequiredMotive();

        @Override
        Study<ScenarioManifest> plan() {
            return context.partOnDatabase(ScenarioStudies.class)
                    .plan(credits.file, credits.valeur, credits.run, motive.step());
        }
    }

    final class ShowScenario extends Show {

        @Option(
                names = "--csv",
                paramLabel = "FICHIER",
                description =
                        "Écrit un CSV pour un tableur : une ligne par intercommunalité, année et ligne de crédit.")
        private @Nullable Path csv;

        @Option(names = "--force", description = "Remplace le fichier s'il existe.")
        private boolean force;

        @Override
        void show(Study<ScenarioManifest> scenario) {
            if (csv == null) {
                super.show(scenario);
                return;
            }
            if (machine()) {
                throw wrongUse("Donnez « --csv » ou « --json », pas les deux.");
            }
            OutputFile.requireFree(csv, force);
            ScenarioComputed computed = EnveloppeCommand.this.computed(scenario);
            exported("scénario " + scenario.id());
            CsvFile.write(
                    scenario.question().about() == ScenarioKind.ENVELOPPE
                            ? ProgrammeFile.of(computed)
                            : EtapeRow.table(computed),
                    csv,
                    force);
            written(csv);
        }
    }

    static final class Essai extends ObjectCommand {

        @Mixin
        private final CreditsOption credits = new CreditsOption();

        @Override
        public Integer call() {
            context.read(DatabaseServer.class).need();
            EnvelopeAnswers.Trial trial =
                    context.read(EnvelopeAnswers.class).of(credits.file, credits.valeur, credits.run, err()::println);
            PublishedRun base = trial.run();
            if (machine()) {
                Map<String, @Nullable Object> fields = RecordJson.fields(trial.answer());
                fields.put("run", base.id());
                fields.put("demonstration", base.demonstration());
                printJson(fields);
            } else {
                out().println(ScenarioCommands.heading("Essai", base.demonstration(), base.id(), base.asOf())
                        + "rien n'est gardé, rien n'est décidé.");
                new EnveloppeText(trial.answer(), out()).print();
            }
            return DONE;
        }
    }

    /** Which credits, what is best under them, and on which run. */
    private static final class CreditsOption {

        @Option(
                names = "--credits",
                required = true,
                paramLabel = "FICHIER",
                converter = InputPath.class,
                description = "Les crédits votés, en CSV (table « credits ») : refusé en entier s'il a une faute.")
        private Path file;

        @Option(
                names = "--valeur",
                paramLabel = "VALEUR",
                defaultValue = "HABITANTS",
                converter = ValeurName.class,
                completionCandidates = ValeurName.class,
                description = "Ce qui est cherché : HABITANTS (proches d'un lieu ouvert, selon le besoin), SCORE ou"
                        + " PRECOCITE (l'aide au plus tôt) ; sinon ${DEFAULT-VALUE}. Le barème en a le texte.")
        private Valeur valeur;

        @Option(
                names = "--as-of",
                paramLabel = "EXECUTION",
                converter = RunNumber.class,
                description = "L'exécution publiée d'où partir ; sinon, celle en vigueur.")
        private @Nullable Long run;
    }

    private static final class ValeurName extends VocabularyWord<Valeur> {

        ValeurName() {
            super("pas une valeur", List.of(Valeur.values()), Valeur::name, "HABITANTS, SCORE ou PRECOCITE");
        }
    }
}
