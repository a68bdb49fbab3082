package fr.passerelle.console.operation;

import java.util.List;

/**
 * What is shown before an operation: what it will do, on what, how much of it.
 *
 * @param title of the page, also what the button says
 * @param effect what happens, and what does not
 * @param facts the counts it will touch
 * @param post path to which the form goes
 * @param back path of who gives up
 * @param section line of the menu that is lit
 * @param typed the command that does the same in a terminal
 */
public record Confirmation(
        String title, String effect, List<Fact> facts, String post, String back, String section, String typed) {}
