package fr.passerelle.console.api;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of the pages around one, as RFC 8288 writes them. */
final class Links {

    private Links() {}

    static String around(ApiCollection dataset, ItemQuery itemQuery, int items) {
        int last = itemQuery.pages(items);
        List<String> links = new ArrayList<>();
        links.add(link(dataset, itemQuery, 1, "first"));
        if (itemQuery.page() > 1) {
            links.add(link(dataset, itemQuery, Math.min(itemQuery.page() - 1, last), "prev"));
        }
        if (itemQuery.page() < last) {
            links.add(link(dataset, itemQuery, itemQuery.page() + 1, "next"));
        }
        links.add(link(dataset, itemQuery, last, "last"));
        return String.join(", ", links);
    }

    private static String link(ApiCollection dataset, ItemQuery itemQuery, int page, String relation) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(ApiV1.ROOT + dataset.path());
        itemQuery.filters().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        String text = address.queryParam("page", page)
                .queryParam("size", itemQuery.size())
                .encode()
                .buildAndExpand(itemQuery.filters())
                .toUriString();
        return "<" + text + ">; rel=\"" + relation + "\"";
    }
}
