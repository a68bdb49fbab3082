package fr.passerelle.calendar.text;

/**
 * What a poster says besides its sessions; each empty where nobody configured it.
 *
 * @param service whom to ask
 * @param telephone its number
 * @param inscription how people register, in a sentence
 * @param flux address of the folder of calendars, as people reach it without an account
 */
public record PosterContact(String service, String telephone, String inscription, String flux) {}
