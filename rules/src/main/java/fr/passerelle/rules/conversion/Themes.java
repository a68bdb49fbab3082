package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.ActivitePratiquee;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the sessions are about (RULES 4.8): the themes of the activities that people came to, most attended first, then those that the room
 * declares. A theme is told once; one that is also declared takes the declared spelling.
 */
final class Themes {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[_\\s]+");

    /** What a room declares and is no subject: a way of counting, or its free use. */
    private static final Set<String> NO_THEME = Stream.concat(
                    Stream.of(""),
                    Activity.all().stream()
                            .filter(activity -> activity.theme().isEmpty())
                            .map(activity -> meaning(activity.code())))
            .collect(Collectors.toUnmodifiableSet());

    private Themes() {}

    static Ruling<List<String>> of(ScoredRoom scored) {
        List<ActivitePratiquee> activities = scored.frequentation().getActivites();
        List<String> themes =
                themes(activities.stream().map(ActivitePratiquee::getActivity).toList(), declared(scored));
        return Ruling.by(
                Steps.decided(
                        Rule.THEMES,
                        Steps.room(scored.id()),
                        Integer.toString(themes.size()),
                        operands(activities, declared(scored))),
                themes);
    }

    private static List<String> declared(ScoredRoom scored) {
        return scored.room().getThemes().stream().map(Themes::spaced).toList();
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
