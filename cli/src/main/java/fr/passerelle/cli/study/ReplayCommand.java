package fr.passerelle.cli.study;

import fr.passerelle.batch.replay.InForce;
import fr.passerelle.batch.replay.ReplayPlanner;
import fr.passerelle.cli.command.Arguments.Month;
import fr.passerelle.cli.command.Arguments.RequiredMotive;
import fr.passerelle.cli.command.Arguments.RunNumber;
import fr.passerelle.cli.command.Arguments.Siren;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.export.CsvFile;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.night.RunCommand;
import fr.passerelle.cli.study.ReplayCommands.IllustrationCheck;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.run.Runs;
import fr.passerelle.study.Study;
import fr.passerelle.study.difference.Diff;
import fr.passerelle.study.difference.Diffs;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;

/** Replays: planned, run, compared, put in force or discarded. */
@Command(
        name = "replay",
        description =
                "Les rejeux : recalculer, à part, ce que le journal donne sous un autre barème, comparer, mettre en"
                        + " vigueur.")
public final class ReplayCommand extends ReplayCommands {

    @Override
    List<CommandLine> verbs() {
        return List.of(
                verb(
                        "plan",
                        "Prépare un rejeu : montre ce qu'il toucherait, et le fige. Rien n'est calculé.",
                        new PlanReplay()),
                verb(
                        "run",
                        "Exécute un rejeu tel qu'il a été préparé, ou le reprend ; refuse si le journal, le barème ou"
                                + " la portée ont changé. Les résultats en vigueur restent.",
                        new Compute()),
                verb("show", "Un rejeu : état, phase, comptes, durée, où il s'est arrêté, quoi faire.", new Show()),
                verb("list", "Tous les rejeux, le dernier d'abord, et lequel est en vigueur.", new All()),
                verb(
                        "diff",
                        "Ce qu'un rejeu terminé changerait : qui, de quoi à quoi, quelle règle ou quel indicateur, et"
                                + " combien d'euros, année par année.",
                        new WhatChanges()),
                verb(
                        "put-in-force",
                        "Met en vigueur le barème d'un rejeu terminé de toute la région : une exécution réelle, publiée"
                                + " seulement si elle donne l'empreinte que le rejeu a montrée.",
                        new PutInForce()),
                verb(
                        "rollback",
                        "Revient au barème, au mois et aux résultats d'avant la mise en vigueur d'un rejeu, si rien"
                                + " n'est entré depuis.",
                        new Rollback()),
                verb(
                        "discard",
                        "Écarte un rejeu : ses topics, ses groupes et ses résultats disparaissent ; sa fiche reste.",
                        new Discard(" : ses topics, ses groupes et ses résultats n'existent plus")));
    }

    /** Freezes what a replay will be. */
    final class PlanReplay extends Plan {

        @Option(
                names = "--bareme",
                required = true,
                paramLabel = "BAREME",
                description = "Barème sous lequel rejouer : livré, ou un fichier.")
        private String bareme;

        @Option(
                names = "--epci",
                paramLabel = "SIREN",
                converter = Siren.class,
                description = "Une intercommunalité à rejouer ; sinon, toute la région. Se répète.")
        private List<String> epcis = List.of();

        @Option(
                names = "--room",
                paramLabel = "SALLE",
                description = "Une salle : toute son intercommunalité est rejouée. Se répète.")
        private List<String> rooms = List.of();

        @Option(
                names = "--run",
                paramLabel = "EXECUTION",
                converter = RunNumber.class,
                description = "Jusqu'à quelle exécution publiée ; sinon, celle en vigueur.")
        private @Nullable Long run;

        @Option(
                names = "--as-of",
                paramLabel = "AAAA-MM",
                converter = Month.class,
                description = "Mois de la situation ; sinon, celui de l'exécution.")
        private @Nullable String asOf;

        @Mixin
        private final RequiredMotive motive = new RequiredMotive();

        @Override
        Study<ReplayManifest> plan() {
            StepMotive why = motive.step();
            return context.partOnDatabase(ReplayPlanner.class)
                    .plan(new ReplayPlanner.Request(bareme, epcis, rooms, run, asOf, why));
        }
    }

    /** What a replay would change. */
    final class WhatChanges extends OperatorCommand {

        private final PositionalParamSpec asked = numberOrOther();

        @Option(
                names = "--csv",
                paramLabel = "FICHIER",
                description = "Écrit un CSV pour un tableur : une ligne par valeur qui change.")
        private @Nullable Path csv;

        @Option(
                names = "--html",
                paramLabel = "FICHIER",
                description = "Écrit une page autonome, lisible et imprimable par un élu.")
        private @Nullable Path html;

        @Option(names = "--force", description = "Remplace les fichiers s'ils existent.")
        private boolean force;

        @Option(names = "--json", description = "Un objet JSON.")
        private boolean json;

        @Override
        protected List<ArgSpec> given() {
            return List.of(asked);
        }

        @Override
        public Integer call() {
            Stream.of(csv, html).filter(Objects::nonNull).forEach(file -> OutputFile.requireFree(file, force));
            Diff diff = context.read(Diffs.class).of(no(asked));
            if (csv != null || html != null) {
                exported("rejeu " + diff.replay().id());
            }
            if (csv != null) {
                CsvFile.write(DiffDocument.table(diff), csv, force);
                written(csv, json);
            }
            if (html != null) {
                byte[] page = DiffDocument.of(diff).asHtml().getBytes(StandardCharsets.UTF_8);
                OutputFile.write(html, force, out -> out.write(page));
                written(html, json);
            }
            show(diff);
            return DONE;
        }

        private void show(Diff diff) {
            if (json) {
                printJson(DiffDocument.json(diff));
            } else if (csv == null && html == null) {
                TextTable.lines(DiffDocument.of(diff)).forEach(out()::println);
            }
        }
    }

    /** Puts what a replay showed in force. */
    final class PutInForce extends Live {

        @Option(
                names = "--illustration",
                description = "Accepte que ce barème soit une illustration, que rien n'a votée ; sur des données"
                        + " reconstituées seulement.")
        private boolean illustration;

        @Override
        public Integer call() {
            StepMotive why = motive.step();
            Study<ReplayManifest> replay = context.partOnDatabase(Replays.class).get(no(asked));
            new IllustrationCheck(
                            replay,
                            context.part(Runs.class).get(replay.question().run()))
                    .refusal(illustration)
                    .ifPresent(sentence -> {
                        throw wrongUse(sentence);
                    });
            return conclude(() -> context.partOnDatabase(InForce.class).put(no(asked), why));
        }
    }

    /** Takes back what a replay put in force. */
    final class Rollback extends Live {

        @Override
        public Integer call() {
            StepMotive why = motive.step();
            return conclude(() -> context.partOnDatabase(InForce.class).rollBack(no(asked), why));
        }
    }

    /** Changes what is in force, by a run. */
    private abstract class Live extends RunCommand {

        @Mixin
        final RequiredMotive motive = new RequiredMotive();

        final PositionalParamSpec asked = number(1, "");

        @Override
        protected final List<ArgSpec> given() {
            return List.of(asked);
        }
    }
}
