/** What is understood of a call, and how an answer is written. */
@NullMarked
package fr.passerelle.console.api;

import org.jspecify.annotations.NullMarked;
