package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.pattern.PathPatternParser;

class RouteTest {

    /** A page or an act of some controller. */
    private record Place(HttpMethod method, String path) {}

    @Test
    void leadsSomewhere() {
        Set<Place> places = Set.copyOf(places());

        assertThat(Route.all())
                .filteredOn(route -> places.stream().noneMatch(place -> leads(route, place)))
                .isEmpty();
    }

    private static boolean leads(Route route, Place place) {
        return route.method().equals(place.method())
                && PathPatternParser.defaultInstance
                        .parse(route.pattern())
                        .matches(PathContainer.parsePath(place.path()));
    }

    private static List<Place> places() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("fr.passerelle.console").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .flatMap(RouteTest::places)
                .toList();
    }

    private static Stream<Place> places(RequestMapping mapping) {
        return Stream.of(mapping.method())
                .map(RequestMethod::asHttpMethod)
                .flatMap(method ->
                        Stream.of(mapping.path()).map(path -> new Place(method, path.replace("{lane}", "decisions"))));
    }
}
