import "./styles/tokens.css";
import "./styles/reset.css";
import "@fontsource-variable/inter/wght.css";
import { createRoot } from "react-dom/client";
import { App } from "./shell/App";
import { currentTheme, showTheme } from "./shell/theme";

showTheme(currentTheme());
createRoot(document.getElementById("root")!).render(<App />);
