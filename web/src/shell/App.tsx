/** Everything around the screens: language, look, keys, who is logged in, the routes. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App as AntApp, Button, ConfigProvider, Result, Spin } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo } from "react";
import { BrowserRouter, Navigate, Route, Routes } from "react-router";
import { Refused, Unreachable, useSessionEnded } from "../api/client";
import { recall } from "../api/send";
import { FirstPassword } from "../log-in/ChangePassword";
import { LogIn } from "../log-in/LogIn";
import { SecondFactor } from "../log-in/SecondFactor";
import { MeContext, useWhoAmI } from "../me/me";
import { LiveProvider } from "../live/live";
import { useWords } from "../words";
import { KeysProvider } from "./keys";
import { ScreenBoundary } from "./ScreenBoundary";
import { useDark, useSettings } from "./settings";
import { Shell } from "./Shell";
import { applyPalette, tokens } from "./theme";
import { workplacesOf } from "./workplaces";
// Needed when there is no network to fetch it from.
import Unsent from "./UnsentScreen";
import { shellWords } from "./words";

const OrderScreen = lazy(() => import("../orders/OrderScreen"));
const Account = lazy(() => import("../me/Account"));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => !(error instanceof Refused && error.status < 500) && count < 2,
    },
  },
});

export function App() {
  const settings = useSettings();
  const dark = useDark();
  useLayoutEffect(() => applyPalette(dark, settings.density), [dark, settings.density]);
  useLayoutEffect(() => {
    document.documentElement.lang = settings.language === "zh" ? "zh-CN" : "en";
  }, [settings.language]);
  const theme = useMemo(() => tokens(dark, settings.density), [dark, settings.density]);
  return (
    <ConfigProvider
      theme={theme}
      locale={settings.language === "zh" ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <AntApp message={{ maxCount: 3 }}>
        <QueryClientProvider client={queries}>
          <BrowserRouter basename="/console">
            <KeysProvider>
              <Inside />
            </KeysProvider>
          </BrowserRouter>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

/** The log-in, or the shell with the screens. */
function Inside() {
  const me = useWhoAmI();
  const ended = useSessionEnded();
  const w = useWords(shellWords);
  useEffect(() => void recall(), []);
  if (me.data?.before_all_else === "change_password") return <FirstPassword />;
  if (me.data?.before_all_else === "set_up_second_factor") return <SecondFactor />;
  if (me.data) {
    return (
      <MeContext value={me.data}>
        <LiveProvider>
          <Shell>
            <Screens role={me.data.role} />
          </Shell>
          {ended && <LogIn over={me.data.login} />}
        </LiveProvider>
      </MeContext>
    );
  }
  if (me.error instanceof Unreachable || (me.error instanceof Refused && me.error.status >= 500))
    return (
      <Result
        status="warning"
        title={w.unreachable}
        subTitle={w.unreachableHelp}
        extra={
          <Button type="primary" onClick={() => void me.refetch()}>
            {w.again}
          </Button>
        }
      />
    );
  return me.isPending ? <Spin fullscreen description={w.loading} /> : <LogIn />;
}

const lazies = new Map<unknown, ReturnType<typeof lazy>>();
function lazily(load: () => Promise<{ default: React.ComponentType }>) {
  let made = lazies.get(load);
  if (!made) lazies.set(load, (made = lazy(load)));
  return made;
}

function Screens({ role }: { role: string }) {
  const mine = workplacesOf(role);
  const home = mine[0] ? `/${mine[0].path}` : "/me";
  return (
    <ScreenBoundary>
      <Suspense fallback={<Spin className="waiting" />}>
        <Routes>
          <Route path="/" element={<Navigate to={home} replace />} />
          {mine.map(({ path, load }) => {
            const Workplace = lazily(load);
            return <Route key={path} path={`/${path}/*`} element={<Workplace />} />;
          })}
          {/* One order on a page of its own, before the list of all. */}
          {mine.some(({ path }) => path === "orders") && (
            <Route path="/orders/:number" element={<OrderScreen />} />
          )}
          <Route path="/me" element={<Account />} />
          <Route path="/unsent" element={<Unsent />} />
          <Route path="*" element={<NotHere home={home} />} />
        </Routes>
      </Suspense>
    </ScreenBoundary>
  );
}

function NotHere({ home }: { home: string }) {
  const w = useWords(shellWords);
  return (
    <Result
      status="404"
      title={w.notHere}
      extra={<Button href={`/console${home}`}>{w.toMyWorkplace}</Button>}
    />
  );
}
