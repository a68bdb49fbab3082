package fr.passerelle.cli.study;

import fr.passerelle.cli.command.Arguments.OptionalMotive;
import fr.passerelle.cli.command.Arguments.RunNumber;
import fr.passerelle.cli.command.Arguments.Siren;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.envelope.scenario.ScenarioStudies;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.ImplantationEpci;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.study.life.StudyRunner;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where étapes would best stand. */
@Command(
        name = "implantation",
        description = "Où les étapes de médiation nomade seraient le mieux placées, à côté de ce que la règle propose.")
public final class ImplantationCommand extends ScenarioCommands {

    @Override
    List<CommandLine> verbs() {
        return List.of(verb(
                "run",
                "Calcule où les étapes seraient le mieux placées : autant que la règle en propose, ou comme demandé."
                        + " Gardé comme un scénario ; rien n'est déplacé.",
                new Run()));
    }

    /** Computes where étapes would best stand, and keeps it as a scenario. */
    final class Run extends ObjectCommand {

        private static final int WHOLE = 100;
        private static final int PER_THOUSAND = 10;

        @Option(
                names = "--etapes",
                paramLabel = "N",
                description = "Tant d'étapes dans toute la région, réparties au mieux.")
        private @Nullable Integer etapes;

        @Option(
                names = "--couverture",
                paramLabel = "POUR_CENT",
                description = "Le moins d'étapes pour que cette part des habitants en soit proche ; pas avec --etapes.")
        private @Nullable Integer couverture;

        @Option(
                names = "--epci",
                paramLabel = "SIREN",
                converter = Siren.class,
                description = "Une intercommunalité ; sinon, toute la région. Se répète.")
        private List<String> epcis = List.of();

        @Option(
                names = "--as-of",
                paramLabel = "EXECUTION",
                converter = RunNumber.class,
                description = "L'exécution publiée d'où partir ; sinon, celle en vigueur.")
        private @Nullable Long run;

        @Mixin
        private final OptionalMotive motive = new OptionalMotive();

        @Option(
                names = "--csv",
                paramLabel = "FICHIER",
                description = "Écrit un CSV pour un tableur : une ligne par étape, de la règle ou du scénario.")
        private @Nullable Path csv;

        @Option(names = "--force", description = "Remplace le fichier s'il existe.")
        private boolean force;

        @Override
        public Integer call() {
            Aim aim = aim();
            StepMotive why = motive.step();
            OutputFile.requireFree(csv, force);
            ScenarioStudies scenarios = context.partOnDatabase(ScenarioStudies.class);
            long no = scenarios
                    .plan(aim.objectif(), aim.number(), epcis, run, why)
                    .no();
            StudyRunner.Outcome<ScenarioManifest> outcome =
                    context.part(StudyRunner.class).run(scenarios, no);
            if (csv != null) {
                write(csv, computed(outcome.study()));
            }
            print(outcome.study(), machine(), out(machine()));
            pending(outcome.pending(), err());
            return DONE;
        }

        /** An aim and its number; null where it needs none. */
        private record Aim(Objectif objectif, @Nullable Integer number) {}

        private Aim aim() {
            if (etapes != null && couverture != null) {
                throw wrongUse("Donnez « --etapes » ou « --couverture », pas les deux.");
            }
            if (etapes != null && etapes < 0 || couverture != null && (couverture < 0 || couverture > WHOLE)) {
                throw wrongUse("« --etapes » est un nombre à partir de 0, « --couverture » un pour cent de 0 à 100.");
            }
            if (etapes != null) {
                return new Aim(Objectif.NOMBRE, etapes);
            }
            return couverture == null
                    ? new Aim(Objectif.MEME_NOMBRE, null)
                    : new Aim(Objectif.COUVERTURE, couverture * PER_THOUSAND);
        }

        private void write(Path file, ScenarioComputed computed) {
            exported("scénario " + computed.getScenarioId());
            CsvFile.write(EtapeRow.table(computed), file, force);
            written(file, machine());
        }

        /** A row of an implantation in a spreadsheet: a stop that it has chosen, or one that it would leave. */
        record EtapeRow(ImplantationEpci epci, EtapeImplantee stop, boolean chosen) {

            static Table<EtapeRow> table(ScenarioComputed scenario) {
                return Table.<EtapeRow>layout()
                        .text("scenario", row -> scenario.getScenarioId())
                        .text("donnees", row -> scenario.getDemonstration() ? "reconstitution" : "")
                        .from(EtapeRow::epci)
                        .text("epci_siren", ImplantationEpci::getEpci)
                        .text("epci_nom", ImplantationEpci::getName)
                        .from(EtapeRow::stop)
                        .text("code_insee", EtapeImplantee::getInsee)
                        .text("commune", EtapeImplantee::getCommune)
                        .text("hote", EtapeImplantee::getHost)
                        .text("hote_nom", EtapeImplantee::getName)
                        .text("de_la_regle", stop -> stop.getByRule() ? "oui" : "non")
                        .from(row -> row)
                        .text("du_scenario", row -> row.chosen() ? "oui" : "non")
                        .from(EtapeRow::stop)
                        .text("notifiee", stop -> stop.getPinned() ? "oui" : "non")
                        .text("seances_possibles_par_mois", EtapeImplantee::getCapacity)
                        .of(Stream.ofNullable(scenario.getImplantation())
                                .flatMap(answer -> answer.getEpcis().stream())
                                .flatMap(EtapeRow::of)
                                .toList());
            }

            private static Stream<EtapeRow> of(ImplantationEpci epci) {
                return Stream.concat(
                        epci.getEtapes().stream().map(stop -> new EtapeRow(epci, stop, true)),
                        epci.getQuittees().stream().map(stop -> new EtapeRow(epci, stop, false)));
            }
        }
    }

    /** Where étapes would best stand, for people: no wider than a terminal. */
    record ImplantationText(Implantation answer, PrintWriter out) {

        void print() {
            long population = sum(ImplantationEpci::getPopulation);
            out.println(asked());
            out.println("Habitants à moins de "
                    + FrenchNumbers.decimal(new BigDecimal(answer.getRadiusM()).movePointLeft(3), 1)
                    + " km d'une étape ou d'un lieu qui reste, sur "
                    + CommandFrench.number(population) + " :");
            line("par la règle", sum(ImplantationEpci::getByRule), population);
            line("au mieux", sum(ImplantationEpci::getBest), population);
            line("partout où un lieu le permet", sum(ImplantationEpci::getReachable), population);
            out.println(
                    answer.getPreuve() == Preuve.OPTIMAL
                            ? "Prouvé : aucun autre placement ne vaut mieux ; entre placements égaux, un ordre convenu"
                                    + " départage."
                            : "Le solveur s'est arrêté à sa limite : c'est le meilleur trouvé, pas prouvé le meilleur"
                                    + " ; "
                                    + bound());
            out.println();
            new TextTable(areas()).print(out);
        }

        private String asked() {
            return switch (answer.getObjectif()) {
                case MEME_NOMBRE -> "Autant d'étapes que la règle du jour.";
                case NOMBRE -> "Demandé : " + CommandFrench.counted(asking(), "étape", "étapes") + ".";
                case COUVERTURE ->
                    "Demandé : le moins d'étapes pour " + FrenchNumbers.decimal(BigDecimal.valueOf(asking(), 1), 1)
                            + " % des habitants.";
            };
        }

        private int asking() {
            return Objects.requireNonNull(answer.getAsked(), "Only as many as the rule needs no number");
        }

        private String bound() {
            return answer.getObjectif() == Objectif.COUVERTURE
                    ? "il en faut au moins " + CommandFrench.counted(answer.getBound(), "étape", "étapes") + "."
                    : "un autre aurait au plus " + CommandFrench.number(answer.getBound()) + " habitants proches.";
        }

        private Table<ImplantationEpci> areas() {
            return Table.<ImplantationEpci>layout()
                    .text("Intercommunalité", ImplantationEpci::getName)
                    .figure("Étapes", epci -> epci.getEtapes().size())
                    .figure(
                            "Nouvelles",
                            epci -> epci.getEtapes().stream()
                                    .filter(stop -> !stop.getByRule())
                                    .count())
                    .figure("Quittées", epci -> epci.getQuittees().size())
                    .integer("Règle", ImplantationEpci::getByRule)
                    .integer("Mieux", ImplantationEpci::getBest)
                    .of(answer.getEpcis().stream()
                            .filter(epci -> !epci.getEtapes().isEmpty()
                                    || !epci.getQuittees().isEmpty())
                            .toList());
        }

        private void line(String name, long inhabitants, long population) {
            out.println("  " + name + " : " + CommandFrench.number(inhabitants)
                    + (population == 0 ? "" : " (" + share(inhabitants, population) + " %)"));
        }

        private static String share(long part, long whole) {
            return FrenchNumbers.decimal(
                    BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP), 2);
        }

        private long sum(ToLongFunction<ImplantationEpci> what) {
            return answer.getEpcis().stream().mapToLong(what).sum();
        }
    }
}
