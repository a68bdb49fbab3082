package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.SessionFloor;
import fr.passerelle.schemas.event.ActivitePratiquee;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.text.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a nomadic étape is, besides where its room stands (RULES 4.5 and 4.8).
 *
 * @param trace the steps so far, to which those that decide it are added
 */
record Etape(
        EpciDescribed epci,
        Besoin besoin,
        JeuDeRegles rules,
        boolean seated,
        ScoredRoom room,
        List<RegleEssayee> trace) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[_\\s]+");

    /** What a room declares and is no subject: a way of counting, or its free use. */
    private static final Set<String> NO_THEME = Stream.concat(
                    Stream.of(""),
                    Activity.all().stream()
                            .filter(activity -> activity.theme().isEmpty())
                            .map(activity -> meaning(activity.code())))
            .collect(Collectors.toUnmodifiableSet());

    private static final long HUNDREDTHS = 100;

    /** Completes the proposal for its room, of that candidature. */
    Conversion.Builder of(Candidature candidature, Conversion.Builder conversion) {
        conversion.setProvisoire(provisoire(candidature));
        Payeur payeur = payeur();
        return conversion
                .setPayeur(payeur)
                .setPayeurSiren(payeur == Payeur.NOMME ? porteur() : null)
                .setHost(new Hosts(epci, rules.conversion().hostRadiusMetres()).of(room, trace))
                .setSessionsAMonth(sessions(room.frequentation()))
                .setTablets(tablets())
                .setThemes(themes())
                .setTrace(trace);
    }

    private void decided(Rule rule, String outcome, Operande... looked) {
        trace.add(Steps.decided(rule, Steps.room(room.id()), outcome, looked));
    }

    /** While nothing can be concluded of the room, and where no aid for animation comes: it comes with a tiers lieu. */
    private boolean provisoire(Candidature candidature) {
        boolean undecided = candidature == Candidature.A_INSTRUIRE || candidature == Candidature.DONNEES_INSUFFISANTES;
        boolean provisoire = undecided || !seated;
        decided(Rule.PROVISOIRE, Steps.reponse(provisoire).name(), Steps.code("candidature", candidature), proposed());
        return provisoire;
    }

    /** The aid comes with the plan's tiers lieu: an EPCI that has one already gets none, and its étapes wait for who pays. */
    private Payeur payeur() {
        Payeur payeur = seated ? Payeur.AIDE_REGIONALE : porteur() == null ? Payeur.A_TROUVER : Payeur.NOMME;
        decided(Rule.PAYEUR, payeur.name(), proposed(), Steps.text("porteur", porteur(), Unite.CODE));
        return payeur;
    }

    private int tablets() {
        int group = rules.conversion().groupSize();
        decided(Rule.TABLETTES, Integer.toString(group), Steps.whole("groupe", group, Unite.PERSONNES));
        return group;
    }

    private Operande proposed() {
        return Steps.answer("tiers_lieu_propose", seated);
    }

    private @Nullable String porteur() {
        Intercommunalite told = epci.getIntercommunalite();
        return told == null ? null : told.getPorteur();
    }

    /** How many nomadic sessions a month replace a room (RULES 4.5): enough for its person-hours, never under the floor of the need. */
    private int sessions(Frequentation room) {
        int sessions = Math.max(floor(), forPersonHours(room));
        BigDecimal personHours = BigDecimal.valueOf(room.getPersonHours12MonthsHundredths(), 2);
        decided(
                Rule.SEANCES,
                Integer.toString(sessions),
                Steps.code("besoin", besoin),
                Steps.number("heures_personnes", personHours, Unite.HEURES_PERSONNE),
                Steps.whole("presences_sans_heures", room.getPresencesWithoutHours12Months(), Unite.PRESENCES),
                Steps.whole("mois_observes", room.getObserved12Months(), Unite.MOIS),
                Steps.whole("groupe", rules.conversion().groupSize(), Unite.PERSONNES),
                Steps.whole("heures_par_seance", rules.conversion().sessionHours(), Unite.HEURES),
                Steps.number("duree_presence", rules.conversion().presenceHours(), Unite.HEURES),
                Steps.whole("plancher", floor(), Unite.SEANCES_PAR_MOIS));
        return sessions;
    }

    /** Whether some presences of the last twelve months have no hours counted, and the barème supposes some. */
    static boolean supposesHours(Frequentation room, JeuDeRegles rules) {
        return room.getPresencesWithoutHours12Months() > 0
                && rules.conversion().presenceHours().signum() > 0;
    }

    /** Hundredths of an hour: those counted, and those of presences without. */
    private long personHours(Frequentation room) {
        long supposed = rules.conversion().presenceHours().movePointRight(2).longValueExact();
        return Math.addExact(
                room.getPersonHours12MonthsHundredths(),
                Math.multiplyExact(room.getPresencesWithoutHours12Months(), supposed));
    }

    private int floor() {
        return rules.besoin().sessionFloors().stream()
                .filter(floor -> floor.besoin() == besoin)
                .mapToInt(SessionFloor::sessionsAMonth)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The barème has no floor for " + besoin));
    }

    /** In whole hundredths of an hour: the ceiling of a rounded mean could be one too few. Nothing is known of the hours without a month. */
    private int forPersonHours(Frequentation room) {
        long personHoursASession =
                (long) rules.conversion().groupSize() * rules.conversion().sessionHours();
        long months = room.getObserved12Months();
        return months == 0
                ? 0
                : Mediation.held(Math.ceilDiv(personHours(room), months * personHoursASession * HUNDREDTHS));
    }

    /**
     * What the sessions are about (RULES 4.8): the themes of the activities that people came to, most attended first, then those that the room
     * declares. A theme is told once; one that is also declared takes the declared spelling.
     */
    private List<String> themes() {
        List<ActivitePratiquee> activities = room.frequentation().getActivites();
        List<String> declared =
                room.room().getThemes().stream().map(Etape::spaced).toList();
        List<String> themes =
                themes(activities.stream().map(ActivitePratiquee::getActivity).toList(), declared);
        decided(Rule.THEMES, Integer.toString(themes.size()), operands(activities, declared));
        return themes;
    }

    private static List<String> themes(List<String> activities, List<String> declared) {
        Map<String, String> byMeaning = new LinkedHashMap<>();
        Map<String, String> spelled = new LinkedHashMap<>();
        declared.forEach(theme -> spelled.putIfAbsent(meaning(theme), theme));
        activities.stream()
                .flatMap(activity -> Activity.of(activity).stream())
                .map(Activity::theme)
                .forEach(theme -> byMeaning.putIfAbsent(meaning(theme), theme));
        byMeaning.putAll(spelled);
        byMeaning.keySet().removeAll(NO_THEME);
        return List.copyOf(byMeaning.values());
    }

    private static String meaning(String name) {
        return PlainText.of(spaced(name));
    }

    private static String spaced(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll(" ").strip();
    }

    private static Operande[] operands(List<ActivitePratiquee> activities, List<String> declared) {
        List<Operande> operands = new ArrayList<>();
        activities.forEach(activity -> {
            operands.add(Steps.text("activite", activity.getActivity(), Unite.CODE));
            operands.add(Steps.whole("presences", activity.getPresences(), Unite.PRESENCES));
        });
        declared.forEach(theme -> operands.add(Steps.text("theme_declare", theme, Unite.CODE)));
        return operands.toArray(Operande[]::new);
    }
}
