package fr.passerelle.console.api;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of the pages around one, as RFC 8288 writes them. */
final class Links {

    private Links() {}

    static String around(Dataset dataset, Asked asked, int items) {
        int last = asked.pages(items);
        List<String> links = new ArrayList<>();
        links.add(link(dataset, asked, 1, "first"));
        if (asked.page() > 1) {
            links.add(link(dataset, asked, Math.min(asked.page() - 1, last), "prev"));
        }
        if (asked.page() < last) {
            links.add(link(dataset, asked, asked.page() + 1, "next"));
        }
        links.add(link(dataset, asked, last, "last"));
        return String.join(", ", links);
    }

    private static String link(Dataset dataset, Asked asked, int page, String relation) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(ApiV1.ROOT + dataset.path());
        asked.filters().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        String text = address.queryParam("page", page)
                .queryParam("size", asked.size())
                .encode()
                .buildAndExpand(asked.filters())
                .toUriString();
        return "<" + text + ">; rel=\"" + relation + "\"";
    }
}
