package fr.passerelle.cli.study;

import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.text.DoorPoster.PosterContact;
import fr.passerelle.calendar.text.SessionAgendas;
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
import fr.passerelle.cli.command.OperatorCommand.CommandGroup;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.study.CalendarText.SessionChanges;
import fr.passerelle.cli.study.StudyCommand.StudyNumber;
import fr.passerelle.cli.study.TourText.ComputedTour;
import fr.passerelle.cli.study.TourText.StopReasons;
import fr.passerelle.journal.StudyRecords.StudyLog;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Study;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calendars of the nomadic service: planned, computed, compared, published or discarded; and sessions held. */
@Command(
        name = "tournees",
        description = "Les calendriers des étapes nomades : qui tient quelle séance, où et quand ; publiés par des"
                + " personnes, suivis par les séances tenues.",
        subcommands = {
            TourneesCommand.Plan.class,
            TourneesCommand.Compute.class,
            TourneesCommand.Show.class,
            TourneesCommand.All.class,
            TourneesCommand.Diff.class,
            TourneesCommand.Publish.class,
            TourneesCommand.Discard.class,
            TourneesCommand.Ics.class,
            TourneesCommand.Explain.class,
            TourneesCommand.Sessions.class
        })
public final class TourneesCommand extends CommandGroup {

    /** Computes a calendar. */
    @Command(
            name = "run",
            description = "Calcule un calendrier tel qu'il a été préparé ; refuse si ce qu'il a figé a changé. Une fois"
                    + " calculé, il ne l'est plus.")
    static final class Compute extends StudyCommand.Compute<TourManifest> {

        Compute() {
            super(TourText::new, new StudyNumber.OfCalendar());
        }
    }

    /** Lists all calendars. */
    @Command(name = "list", description = "Tous les calendriers, le dernier d'abord, et ce que chacun est devenu.")
    static final class All extends StudyCommand.All<TourManifest> {

        All() {
            super(TourText::new);
        }
    }

    /** Puts a calendar aside. */
    @Command(
            name = "discard",
            description = "Écarte un calendrier préparé ou calculé : sa fiche et ce qu'il a dit restent.")
    static final class Discard extends StudyCommand.Discard<TourManifest> {

        Discard() {
            super(TourText::new, new StudyNumber.OfCalendar());
        }
    }

    /** Freezes what a calendar will be. */
    @Command(
            name = "plan",
            description =
                    "Prépare un calendrier : fige l'exécution, le barème, les fichiers, les semaines et ce qui est"
                            + " publié. Rien n'est calculé.")
    static final class Plan extends StudyCommand.Plan<TourManifest> {

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

        Plan() {
            super(TourText::new);
        }

        @Override
        Study<TourManifest> plan() {
            return calendars()
                    .plan(new TourRequest(
                            animateurs, lieux, trajets, vacances, withoutHolidays, from, weeks, run, motive.step()));
        }

        @Override
        void printMore(Study<TourManifest> planned) {
            TourText.printSizes(calendars().sizes(planned), out());
        }

        private CalendarStudies calendars() {
            return context.partOnDatabase(CalendarStudies.class);
        }
    }

    /** Shows one calendar. */
    @Command(
            name = "show",
            description = "Un calendrier : ses séances, la charge de chacun et ce que personne ne tient.")
    static final class Show extends StudyCommand.Show<TourManifest> {

        @Option(
                names = "--epci",
                paramLabel = "SIREN",
                converter = Siren.class,
                description = "Les séances d'une intercommunalité, une par une.")
        private @Nullable String epci;

        Show() {
            super(TourText::new, new StudyNumber.OfCalendar());
        }

        @Override
        boolean showPart(Study<TourManifest> plan) {
            if (epci == null) {
                return false;
            }
            if (json()) {
                throw wrongUse("Donnez « --epci » ou « --json », pas les deux : l'objet JSON a toutes les séances.");
            }
            new TourText(context).printSessions(plan, epci, out());
            return true;
        }
    }

    /** What a calendar changes. */
    @Command(
            name = "diff",
            description =
                    "Ce que change un calendrier calculé, séance par séance, par rapport à ce qui était publié, ou à"
                            + " un autre calendrier.")
    static final class Diff extends OperatorCommand {

        @Parameters(
                index = "0",
                paramLabel = "CALENDRIER",
                converter = StudyNumber.Calendar.class,
                description = "Son numéro, comme T-000002.")
        private long no;

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "AUTRE",
                converter = StudyNumber.Calendar.class,
                description = "Celui auquel il se compare ; sinon, ce qui était publié quand il a été préparé.")
        private @Nullable Long other;

        @Option(names = "--json", description = "Un tableau JSON.")
        private boolean json;

        @Override
        public Integer call() {
            TourText text = new TourText(context);
            List<ToursComputed> computed = text.computed(text.get(no)).sectors();
            List<EcartSeance> changes = other == null
                    ? computed.stream()
                            .flatMap(sector -> sector.getEcarts().stream())
                            .toList()
                    : SessionIds.changes(text.computed(text.get(other)).sectors(), computed);
            SessionChanges told = new SessionChanges(changes);
            if (json) {
                printJson(changes);
            } else {
                out().println(other == null ? told.summary() : told.summary(text.series.idOf(other)));
                told.lines().forEach(out()::println);
            }
            return DONE;
        }
    }

    /** Publishes a calendar. */
    @Command(
            name = "publish",
            description = "Publie un calendrier calculé : ce que les habitants peuvent retenir. Refuse si autre chose a"
                    + " été publié depuis qu'il a été préparé.")
    static final class Publish extends StudyCommand.Adopt<TourManifest> {

        @Option(
                names = "--epci",
                paramLabel = "SIREN",
                converter = Siren.class,
                description = "Une intercommunalité à publier ; sinon, toutes celles du calendrier. Se répète.")
        private List<String> epcis = List.of();

        Publish() {
            super(TourText::new, new StudyNumber.OfCalendar());
        }

        @Override
        List<String> only() {
            return epcis;
        }

        @Override
        String consequence(Study<TourManifest> plan) {
            return ".";
        }
    }

    /** Writes the calendars that agendas read. */
    @Command(
            name = "ics",
            description =
                    "Écrit les flux que lisent les agendas, un par lieu, par intercommunalité et par animateur : ceux"
                            + " de ce qui est publié, ou ce que deviendraient ceux d'un calendrier calculé. Aucune"
                            + " personne n'y figure.")
    static final class Ics extends OperatorCommand {

        @Parameters(
                arity = "0..1",
                paramLabel = "CALENDRIER",
                converter = StudyNumber.Calendar.class,
                description = "Son numéro, comme T-000001 ; sinon, --published.")
        private @Nullable Long no;

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
            if (published == (no != null)) {
                throw wrongUse("Donnez le numéro d'un calendrier, ou « --published ».");
            }
            if (doors && !published) {
                throw wrongUse(
                        "Une affiche ne dit que ce qui est publié : donnez « --published » avec « --affiches ».");
            }
            SortedMap<String, byte[]> files = files(new SessionAgendas(sessions()));
            files.keySet().forEach(file -> OutputFile.requireFree(folder.resolve(file), force));
            exported("agendas " + (no == null ? "publiés" : TourManifest.SERIES.idOf(no)));
            files.forEach((file, bytes) -> OutputFile.write(folder.resolve(file), force, to -> to.write(bytes)));
            out().println(CommandFrench.counted(files.size(), "fichier écrit", "fichiers écrits") + " dans " + folder
                    + ".");
            return DONE;
        }

        private SortedMap<String, byte[]> files(SessionAgendas feeds) {
            SortedMap<String, byte[]> files = doors ? feeds.doors(contact()) : new TreeMap<>();
            feeds.files().forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
            return files;
        }

        private PosterContact contact() {
            return Binder.get(context.read(Environment.class)).bindOrCreate("passerelle.affiche", PosterContact.class);
        }

        private List<ToldSession> sessions() {
            SessionFeeds feeds = context.read(SessionFeeds.class);
            List<ToldSession> sessions = no == null ? feeds.published() : feeds.of(new TourText(context).get(no));
            if (sessions.isEmpty()) {
                throw new RunRefused("Aucune séance n'est publiée : il n'y a pas de flux à écrire.");
            }
            return sessions;
        }
    }

    /** Why a place has its days. */
    @Command(
            name = "explain",
            description = "Les jours d'un lieu, et pourquoi des séances manquent : chaque raison a été vérifiée en"
                    + " recalculant.")
    static final class Explain extends StudyCommand.One<TourManifest> {

        @Parameters(index = "1", paramLabel = "LIEU", description = "Son nom, ou son identifiant comme room:DEMO-001.")
        private String place;

        Explain() {
            super(TourText::new, new StudyNumber.OfCalendar());
        }

        /** For machines. */
        record Json(String calendrier, String etape, List<String> raisons) {}

        @Override
        void tell(StudyText<TourManifest> text, long no) {
            Study<TourManifest> plan = text.get(no);
            ComputedTour.Stop stop = new TourText(context).computed(plan).stop(place);
            StopReasons reasons = new StopReasons(stop.sector(), stop.etape());
            answer(
                    json(),
                    () -> new Json(plan.id(), reasons.etape().getEtape(), reasons.lines()),
                    () -> reasons.lines());
        }
    }

    /** Takes in the sessions that were held. */
    @Command(
            name = "seances",
            description =
                    "Inscrit les séances tenues, en nombres et jamais par personne : le fichier dit tout de chaque"
                            + " mois d'étape dont il parle. Refusé en entier s'il a une faute.")
    static final class Sessions extends OperatorCommand {

        @Parameters(paramLabel = "FICHIER", converter = InputPath.class, description = "En CSV (table « seances »).")
        private Path file;

        @Option(names = "--json", description = "Un objet JSON.")
        private boolean json;

        @Override
        public Integer call() {
            HeldOutcome outcome = context.partOnDatabase(HeldSessions.class).take(file);
            if (json) {
                printJson(outcome);
            } else {
                out().println(CommandFrench.counted(outcome.sessions(), "séance", "séances") + " en "
                        + CommandFrench.counted(outcome.months(), "mois d'étape", "mois d'étapes") + ", dont "
                        + outcome.changed() + " qui n'étaient pas connus ainsi ; " + outcome.unpublished()
                        + " hors de ce qui était publié.");
            }
            StudyCommand.pending(outcome.pending(), StudyLog.CALENDARS, err());
            return DONE;
        }
    }
}
