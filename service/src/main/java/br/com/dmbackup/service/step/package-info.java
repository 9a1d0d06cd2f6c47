/** What is done to the machine, one small step after another; each can be shown before it is done. */
@NullMarked
package br.com.dmbackup.service.step;

import org.jspecify.annotations.NullMarked;
