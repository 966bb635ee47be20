import type { Ref } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from "react-aria-components/SearchField";
import { CloseIcon, SearchIcon } from "./icons";
import "./SearchField.css";

interface SearchFieldProps extends Omit<AriaSearchFieldProps, "children" | "className" | "style"> {
  label: string;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** A line to search in; Escape empties it. */
export function SearchField({ label, placeholder, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="search-field">
      <SearchIcon size={16} />
      <Input placeholder={placeholder ?? label} ref={inputRef} />
      <Button className="search-clear"><CloseIcon size={14} /></Button>
    </AriaSearchField>
  );
}
