/** The decisions: what was notified or answered about each intercommunalité or room, and how to record one, never several at once. */
@NullMarked
package fr.passerelle.console.decision;

import org.jspecify.annotations.NullMarked;
