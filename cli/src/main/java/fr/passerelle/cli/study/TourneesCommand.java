package fr.passerelle.cli.study;

import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.solver.TourSolver.SectorSize;
import fr.passerelle.calendar.text.DoorPoster.PosterContact;
import fr.passerelle.calendar.text.SessionAgendas;
import fr.passerelle.calendar.text.TourWords;
import fr.passerelle.calendar.tour.CalendarStudies;
import fr.passerelle.calendar.tour.CalendarStudies.TourRequest;
import fr.passerelle.calendar.tour.HeldSessions;
import fr.passerelle.calendar.tour.HeldSessions.HeldOutcome;
import fr.passerelle.calendar.tour.SessionFeeds;
import fr.passerelle.calendar.tour.SessionIds;
import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.cli.command.Arguments.Day;
import fr.passerelle.cli.command.Arguments.InputPath;
import fr.passerelle.cli.command.Arguments.RequiredMotive;
import fr.passerelle.cli.command.Arguments.RunNumber;
import fr.passerelle.cli.command.Arguments.Siren;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.OperatorCommand.Finding;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.study.CalendarText.SessionChanges;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.study.Study;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calendars of the nomadic service: planned, computed, compared, published or discarded; and sessions held. */
@Command(
        name = "tournees",
        description = "Les calendriers des étapes nomades : qui tient quelle séance, où et quand ; publiés par des"
                + " personnes, suivis par les séances tenues.")
public final class TourneesCommand extends StudyCommands<TourManifest> {

    TourneesCommand() {
        super(TourManifest.SERIES, CalendarStudies.class);
    }

    @Override
    List<CommandLine> verbs() {
        return List.of(
                verb(
                        "plan",
                        "Prépare un calendrier : fige l'exécution, le barème, les fichiers, les semaines et ce qui est"
                                + " publié. Rien n'est calculé.",
                        new PlanCalendar()),
                run(),
                verb(
                        "show",
                        "Un calendrier : ses séances, la charge de chacun et ce que personne ne tient.",
                        new ShowCalendar()),
                verb("list", "Tous les calendriers, le dernier d'abord, et ce que chacun est devenu.", new All()),
                verb(
                        "diff",
                        "Ce que change un calendrier calculé, séance par séance, par rapport à ce qui était publié, ou"
                                + " à un autre calendrier.",
                        new Difference(
                                "ce qui était publié quand il a été préparé", "Un tableau JSON.", this::difference)),
                verb(
                        "publish",
                        "Publie un calendrier calculé : ce que les habitants peuvent retenir. Refuse si autre chose a"
                                + " été publié depuis qu'il a été préparé.",
                        new Publish()),
                discard(),
                verb(
                        "ics",
                        "Écrit les flux que lisent les agendas, un par lieu, par intercommunalité et par animateur :"
                                + " ceux de ce qui est publié, ou ce que deviendraient ceux d'un calendrier calculé."
                                + " Aucune personne n'y figure.",
                        new Ics()),
                verb(
                        "explain",
                        "Les jours d'un lieu, et pourquoi des séances manquent : chaque raison a été vérifiée en"
                                + " recalculant.",
                        new Explain(
                                "LIEU",
                                "Son nom, ou son identifiant comme room:DEMO-001.",
                                (plan, place) -> computed(plan).stop(place))),
                verb(
                        "seances",
                        "Inscrit les séances tenues, en nombres et jamais par personne : le fichier dit tout de chaque"
                                + " mois d'étape dont il parle. Refusé en entier s'il a une faute.",
                        new Sessions()));
    }

    private Finding difference(Study<TourManifest> plan, @Nullable Study<TourManifest> other) {
        List<ToursComputed> computed = computed(plan).sectors();
        return other == null
                ? SessionChanges.toPublished(computed)
                : new SessionChanges(
                        other.id(), SessionIds.changes(computed(other).sectors(), computed));
    }

    @Override
    List<String> list(List<Study<TourManifest>> all, Map<Long, Run> bases) {
        return new TextTable(Table.<Study<TourManifest>>layout()
                        .text("Calendrier", Study::id)
                        .text("État", plan -> state(plan.state()))
                        .text("Préparé le", plan -> CommandFrench.moment(plan.plannedAt()))
                        .date("Du", plan -> plan.question().from())
                        .text("Semaines", plan -> plan.question().weeks())
                        .text("Part de", plan -> Run.idOf(plan.question().run()))
                        .text("Motif", Study::reason)
                        .of(all))
                .lines();
    }

    @Override
    Map<String, @Nullable Object> json(Study<TourManifest> plan, Run base, boolean shown) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("calendrier", plan.id());
        fields.put("state", name(plan.state()));
        fields.put("baseRun", base.id());
        return computed(fields, plan, shown ? answer(plan) : List.of());
    }

    /** By sector; none until it is computed. */
    private List<ToursComputed> answer(Study<TourManifest> plan) {
        return studies().answers(plan.id(), ToursComputed.class);
    }

    /** @throws fr.passerelle.schemas.fault.RunRefused when it has computed nothing yet */
    final ComputedTour computed(Study<TourManifest> plan) {
        return new ComputedTour(plan, answer(plan));
    }

    @Override
    void printAnswer(Study<TourManifest> plan, PrintWriter out) {
        List<ToursComputed> computed = answer(plan);
        if (!computed.isEmpty()) {
            out.println();
            text(computed, plan, out).print();
        }
    }

    @Override
    List<String> question(Study<TourManifest> plan, Run base) {
        TourManifest asked = plan.question();
        List<String> lines = new ArrayList<>();
        lines.add(CommandFrench.line("semaines", asked.weeks() + " à partir du " + CommandFrench.day(asked.from())));
        if (asked.earliest().isAfter(asked.from())) {
            lines.add(CommandFrench.line(
                    "sont passés",
                    "les jours d'avant le " + CommandFrench.day(asked.earliest()) + " : rien n'y change"));
        }
        LocalDate unknownAfter = asked.holidaysUnknownAfter();
        if (unknownAfter != null) {
            lines.add("  " + TourWords.holidaysUnknownAfter(unknownAfter));
        }
        lines.add(base(base));
        return lines;
    }

    @Override
    String whatToDo(Study<TourManifest> plan, Run base) {
        String id = plan.id();
        String discard = series.told("discard " + id + " --reason \"…\"") + " l'écarte";
        return switch (plan.state()) {
            case PLANNED, RUNNING, FAILED -> series.told("run " + id) + " le calcule, " + discard;
            case COMPUTED ->
                series.told("diff " + id) + " dit ce qui change, " + series.told("publish " + id + " --reason \"…\"")
                        + " le publie, " + discard;
            case ADOPTED -> "rien ; le prochain calendrier le suivra, avec le moins de changements";
            case REPLACED, DISCARDED -> "rien";
        };
    }

    /** What sectors hold, with the names of communes as of its run. */
    final CalendarText text(List<ToursComputed> computed, Study<TourManifest> plan, PrintWriter out) {
        Map<String, String> communes = context
                .read(PlaceTable.class)
                .epcis(plan.question().run())
                .values()
                .stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .collect(Collectors.toMap(Commune::getInsee, Commune::getName, (one, other) -> one));
        return new CalendarText(computed, communes, out);
    }

    /** A calendar that was computed, in sectors, one at least, and what of it people ask for. */
    record ComputedTour(Study<TourManifest> plan, List<ToursComputed> sectors) {

        /** @throws RunRefused when it is not computed */
        ComputedTour {
            if (sectors.isEmpty()) {
                throw new RunRefused(plan.notComputed());
            }
        }

        /** The étape with an identifier, else the one with a name; {@link RunRefused} where there is none, or several have that name. */
        StopReasons stop(String place) {
            List<StopReasons> same = stops(etape -> etape.getEtape().equals(place));
            List<StopReasons> found =
                    same.isEmpty() ? stops(etape -> etape.getName().equalsIgnoreCase(place)) : same;
            if (found.isEmpty()) {
                throw RunRefused.wrongUse(
                        "Le calendrier " + plan.id() + " ne dit rien de « " + place + " » : " + show());
            }
            if (found.size() > 1) {
                throw RunRefused.wrongUse("Plusieurs étapes du calendrier " + plan.id() + " se nomment « " + place
                        + " » : donnez l'identifiant de l'une ("
                        + found.stream()
                                .map(stop -> stop.etape().getEtape())
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ").");
            }
            return found.getFirst();
        }

        /** @throws RunRefused when no étape is of that EPCI */
        void requireEpci(String siren) {
            if (stops(etape -> etape.getEpci().equals(siren)).isEmpty()) {
                throw RunRefused.wrongUse("Le calendrier " + plan.id() + " n'a aucune étape dans l'intercommunalité "
                        + siren + " : " + show());
            }
        }

        private String show() {
            return "« ./passerelle tournees show " + plan.id() + " » montre ce qu'il tient.";
        }

        private List<StopReasons> stops(Predicate<EtapeDesservie> which) {
            return sectors.stream()
                    .flatMap(sector ->
                            sector.getEtapes().stream().filter(which).map(etape -> new StopReasons(sector, etape)))
                    .toList();
        }
    }

    /** Why an étape of a sector has its days, and why it lacks sessions. */
    record StopReasons(ToursComputed sector, EtapeDesservie etape) implements Finding {

        record Json(String calendrier, String etape, List<String> raisons) {}

        @Override
        public Json json() {
            return new Json(sector.getTourId(), etape.getEtape(), lines());
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(etape.getName() + " (" + etape.getEtape() + ") : "
                    + CommandFrench.counted(etape.getHeldInAll(), "séance tenue", "séances tenues") + " sur "
                    + CommandFrench.number(etape.getAskedInAll()) + ", en " + sector.getWeeks() + " semaines.");
            if (etape.getHoraires() == SourceHoraires.SUPPOSES) {
                lines.add("Ses horaires sont supposés : à confirmer auprès du lieu.");
            }
            if (sector.getRythmes() != null) {
                lines.add("Rythmes du secteur : " + TourWords.proof(sector.getRythmes()) + ".");
            }
            etape.getRythmes()
                    .forEach(rhythm ->
                            lines.add("Rythme : " + TourWords.rhythm(rhythm) + ", par " + rhythm.getAnimateur() + "."));
            sector.getNonTenues().stream()
                    .filter(row -> row.getEtape().equals(etape.getEtape()))
                    .forEach(row -> {
                        lines.add("Quatre semaines du " + CommandFrench.day(row.getCycle()) + " : "
                                + CommandFrench.counted(
                                        row.getSessions(),
                                        "séance que personne ne tient",
                                        "séances que personne ne tient")
                                + none(row) + ".");
                        row.getCauses().forEach(cause -> lines.add("- " + TourWords.cause(cause)));
                    });
            return lines;
        }

        private static String none(SeancesNonTenues row) {
            if (!row.getSought()) {
                return " ; les causes n'en ont pas été recherchées jusqu'au bout";
            }
            return row.getCauses().isEmpty() ? " ; aucune cause levée seule n'y suffit" : "";
        }
    }

    final class PlanCalendar extends Plan {

        @Option(
                names = "--animateurs",
                required = true,
                paramLabel = "FICHIER",
                converter = InputPath.class,
                description = "Qui peut tenir des séances, en CSV (table « animateurs ») : sous un identifiant opaque,"
                        + " jamais un nom ; refusé en entier s'il a une faute.")
        private Path animateurs;

        @Option(
                names = "--lieux",
                paramLabel = "FICHIER",
                converter = InputPath.class,
                description = "Horaires, fermetures et places, en CSV (table « lieux ») ; sinon, ceux que le barème"
                        + " suppose.")
        private @Nullable Path lieux;

        @Option(
                names = "--trajets",
                paramLabel = "FICHIER",
                converter = InputPath.class,
                description = "Les minutes de route connues, en CSV (table « trajets ») ; sinon, celles que le barème"
                        + " estime.")
        private @Nullable Path trajets;

        @Option(
                names = "--vacances",
                paramLabel = "FICHIER",
                converter = InputPath.class,
                description =
                        "Les vacances scolaires et les jours de fermeture au-delà de ceux que le programme connaît, en"
                                + " CSV (table « vacances »).")
        private @Nullable Path vacances;

        @Option(
                names = "--sans-vacances",
                description =
                        "Va au-delà des vacances connues, sans en tenir compte : chaque page, flux et affiche le dit.")
        private boolean withoutHolidays;

        @Option(
                names = "--from",
                required = true,
                paramLabel = "AAAA-MM-JJ",
                converter = Day.class,
                description = "Le premier jour : un lundi.")
        private LocalDate from;

        @Option(
                names = "--weeks",
                required = true,
                paramLabel = "N",
                description = "Combien de semaines : un multiple de quatre.")
        private int weeks;

        @Option(
                names = "--as-of",
                paramLabel = "EXECUTION",
                converter = RunNumber.class,
                description = "L'exécution publiée dont servir les étapes ; sinon, celle en vigueur.")
        private @Nullable Long run;

        @Mixin
        private final RequiredMotive motive = new RequiredMotive();

        @Override
        Study<TourManifest> plan() {
            return calendars()
                    .plan(new TourRequest(
                            animateurs, lieux, trajets, vacances, withoutHolidays, from, weeks, run, motive.step()));
        }

        @Override
        void printMore(Study<TourManifest> planned) {
            List<SectorSize> sectors = calendars().sizes(planned);
            for (int sector = 0; sector < sectors.size(); sector++) {
                SectorSize size = sectors.get(sector);
                out().println(CommandFrench.line(
                        "secteur " + (sector + 1),
                        TourWords.size(size.stops(), size.animateurs(), size.days(), size.near())));
            }
        }

        private CalendarStudies calendars() {
            return context.partOnDatabase(CalendarStudies.class);
        }
    }

    final class ShowCalendar extends Show {

        @Option(
                names = "--epci",
                paramLabel = "SIREN",
                converter = Siren.class,
                description = "Les séances d'une intercommunalité, une par une.")
        private @Nullable String epci;

        @Override
        void show(Study<TourManifest> plan) {
            if (epci == null) {
                super.show(plan);
                return;
            }
            if (machine()) {
                throw wrongUse("Donnez « --epci » ou « --json », pas les deux : l'objet JSON a toutes les séances.");
            }
            ComputedTour computed = computed(plan);
            computed.requireEpci(epci);
            text(computed.sectors(), plan, out()).sessions(epci);
        }
    }

    final class Publish extends Adopt {

        @Option(
                names = "--epci",
                paramLabel = "SIREN",
                converter = Siren.class,
                description = "Une intercommunalité à publier ; sinon, toutes celles du calendrier. Se répète.")
        private List<String> epcis = List.of();

        Publish() {
            super(".");
        }

        @Override
        List<String> only() {
            return epcis;
        }
    }

    final class Ics extends OperatorCommand {

        private final PositionalParamSpec number = given(number(1, " ; sinon, --published"));

        @Option(names = "--published", description = "Tout ce qui est publié, de tous les calendriers.")
        private boolean published;

        @Option(names = "--dir", required = true, paramLabel = "DOSSIER", description = "Le dossier, qui existe.")
        private Path folder;

        @Option(
                names = "--affiches",
                description = "Avec --published : aussi, pour la porte de chaque lieu, une page PDF de ses séances.")
        private boolean doors;

        @Option(names = "--force", description = "Remplace les fichiers qui existent.")
        private boolean force;

        @Override
        public Integer call() {
            Long no = number.getValue();
            if (published == (no != null)) {
                throw wrongUse("Donnez le numéro d'un calendrier, ou « --published ».");
            }
            if (doors && !published) {
                throw wrongUse(
                        "Une affiche ne dit que ce qui est publié : donnez « --published » avec « --affiches ».");
            }
            SortedMap<String, byte[]> files = files(new SessionAgendas(sessions(no)));
            files.keySet().forEach(file -> OutputFile.requireFree(folder.resolve(file), force));
            exported("agendas " + (no == null ? "publiés" : TourManifest.SERIES.idOf(no)));
            files.forEach((file, bytes) -> OutputFile.write(folder.resolve(file), force, to -> to.write(bytes)));
            out().println(CommandFrench.counted(files.size(), "fichier écrit", "fichiers écrits") + " dans " + folder
                    + ".");
            return DONE;
        }

        private SortedMap<String, byte[]> files(SessionAgendas feeds) {
            SortedMap<String, byte[]> files = doors
                    ? feeds.doors(context.configured("passerelle.affiche", PosterContact.class))
                    : new TreeMap<>();
            feeds.files().forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
            return files;
        }

        private List<ToldSession> sessions(@Nullable Long no) {
            SessionFeeds feeds = context.read(SessionFeeds.class);
            List<ToldSession> sessions = no == null ? feeds.published() : feeds.of(get(no));
            if (sessions.isEmpty()) {
                throw new RunRefused("Aucune séance n'est publiée : il n'y a pas de flux à écrire.");
            }
            return sessions;
        }
    }

    final class Sessions extends ObjectCommand {

        @Parameters(paramLabel = "FICHIER", converter = InputPath.class, description = "En CSV (table « seances »).")
        private Path file;

        @Override
        public Integer call() {
            HeldOutcome outcome = context.partOnDatabase(HeldSessions.class).take(file);
            int done = answer(
                    () -> outcome,
                    () -> List.of(CommandFrench.counted(outcome.sessions(), "séance", "séances") + " en "
                            + CommandFrench.counted(outcome.months(), "mois d'étape", "mois d'étapes") + ", dont "
                            + outcome.changed() + " qui n'étaient pas connus ainsi ; " + outcome.unpublished()
                            + " hors de ce qui était publié."));
            pending(outcome.pending(), err());
            return done;
        }
    }
}
