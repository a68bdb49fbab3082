/** What the demonstration's command answers without servers. */
@NullMarked
package fr.passerelle.demo;

import org.jspecify.annotations.NullMarked;
