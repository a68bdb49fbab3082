package fr.passerelle.console.page;

import tools.jackson.databind.json.JsonMapper;

/** What a page hands to its own scripts. */
public final class ScriptJson {

    private ScriptJson() {}

    /** JSON that may stand as it is in a script element: nothing in it ends the element or begins a comment. */
    public static String of(Object value) {
        return JsonMapper.shared()
                .writeValueAsString(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
